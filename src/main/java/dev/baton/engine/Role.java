package dev.baton.engine;

import java.util.Arrays;
import java.util.Optional;

/** The groups that Baton knows by name; a person may be in several, and in teams beside them. */
public enum Role {
    OPERATORS("operators", "Operators"),
    CHANGE_APPROVERS("changeApprovers", "Change approvers"),
    PROCEDURE_OWNERS("procedureOwners", "Procedure owners"),
    AUDITORS("auditors", "Auditors"),
    ADMINISTRATORS("administrators", "Administrators");

    private final String group;
    private final String title;

    Role(String group, String title) {
        this.group = group;
        this.title = title;
    }

    /** The id that diagrams and user files write. */
    public String group() {
        return group;
    }

    /** As a person would write it. */
    public String title() {
        return title;
    }

    /** The role of a group, empty for a team. */
    public static Optional<Role> of(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
