package dev.baton.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person who is signed in.
 *
 * @param groups the groups of the person, e.g. {@code operators}
 */
public record Viewer(String name, Set<String> groups) {

    private static final String ROLE = "ROLE_";
    private static final String OPERATORS = "operators";
    private static final String OWNERS = "procedureOwners";
    private static final String AUDITORS = "auditors";
    private static final String ADMINISTRATORS = "administrators";

    public Viewer {
        groups = Set.copyOf(groups);
    }

    /** Whoever makes the request of this thread; nobody has an empty name and no group. */
    public static Viewer current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return new Viewer("", Set.of());
        }
        Set<String> groups = new TreeSet<>();
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            String group = authority.getAuthority();
            if (group != null) {
                groups.add(group.startsWith(ROLE) ? group.substring(ROLE.length()) : group);
            }
        }
        return new Viewer(authentication.getName(), groups);
    }

    /** Whether the person may start runs and act on them. */
    public boolean operates() {
        return groups.contains(OPERATORS) || isAdministrator();
    }

    /** Whether the person may deploy procedures. */
    public boolean ownsProcedures() {
        return groups.contains(OWNERS) || isAdministrator();
    }

    /** Whether the person may read what others did. */
    public boolean audits() {
        return groups.contains(AUDITORS) || isAdministrator();
    }

    public boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    /** @throws ForbiddenException unless the person may start runs and act on them */
    public void mustOperate(String act) {
        must(operates(), act, List.of(OPERATORS, ADMINISTRATORS));
    }

    /** @throws ForbiddenException unless the person may deploy procedures */
    public void mustOwnProcedures(String act) {
        must(ownsProcedures(), act, List.of(OWNERS, ADMINISTRATORS));
    }

    /** @throws ForbiddenException unless the person may read what others did */
    public void mustAudit(String act) {
        must(audits(), act, List.of(AUDITORS, ADMINISTRATORS));
    }

    private void must(boolean allowed, String act, List<String> needed) {
        if (!allowed) {
            throw new ForbiddenException("To " + act + " you must be a member of " + String.join(" or ", needed) + ".");
        }
    }
}
