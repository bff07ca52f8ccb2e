package dev.baton.web;

import dev.baton.engine.Role;
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
        return is(Role.OPERATORS) || isAdministrator();
    }

    /** Whether the person may deploy procedures. */
    public boolean ownsProcedures() {
        return is(Role.PROCEDURE_OWNERS) || isAdministrator();
    }

    /** Whether Cockpit opens for the person. */
    public boolean opensCockpit() {
        return is(Role.OPERATORS) || is(Role.AUDITORS) || isAdministrator();
    }

    /** Whether the person sees what everybody does and has to do. */
    public boolean audits() {
        return is(Role.AUDITORS) || isAdministrator();
    }

    public boolean isAdministrator() {
        return is(Role.ADMINISTRATORS);
    }

    /** @throws ForbiddenException unless the person may start runs and act on them */
    public void mustOperate(String act) {
        must(operates(), act, Role.OPERATORS);
    }

    /** @throws ForbiddenException unless the person may deploy procedures */
    public void mustOwnProcedures(String act) {
        must(ownsProcedures(), act, Role.PROCEDURE_OWNERS);
    }

    /** @throws ForbiddenException unless the person may read what others did */
    public void mustAudit(String act) {
        must(audits(), act, Role.AUDITORS);
    }

    /** @throws ForbiddenException unless the person is an administrator */
    public void mustAdminister(String act) {
        if (!isAdministrator()) {
            throw new ForbiddenException("To " + act + " you must be a member of " + Role.ADMINISTRATORS.group() + ".");
        }
    }

    private boolean is(Role role) {
        return groups.contains(role.group());
    }

    private static void must(boolean allowed, String act, Role role) {
        if (!allowed) {
            throw new ForbiddenException("To " + act + " you must be a member of " + role.group() + " or "
                    + Role.ADMINISTRATORS.group() + ".");
        }
    }
}
