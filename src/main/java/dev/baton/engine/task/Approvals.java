package dev.baton.engine.task;

import dev.baton.engine.Role;
import java.util.Collection;
import java.util.function.Supplier;

/** Which tasks are approvals: those that change approvers decide, and those whose form takes an approval. */
public final class Approvals {

    static final String DECISION = "decision";

    private static final String YES = "approve";

    private Approvals() {}

    /** Whether a task of these candidate groups and this form is an approval; the form is read only when it matters. */
    public static boolean isApproval(Collection<String> groups, Supplier<TaskForm> form) {
        return groups.contains(Role.CHANGE_APPROVERS.group()) || form.get().takes(DECISION, YES);
    }
}
