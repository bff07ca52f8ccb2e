package dev.baton.procedure;

import dev.baton.engine.Role;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may deploy. */
final class Deployers {

    private static final List<String> GROUPS = List.of(Role.PROCEDURE_OWNERS.group(), Role.ADMINISTRATORS.group());

    private Deployers() {}

    /** The person who is signed in. @throws AccessDeniedException unless the person may deploy */
    static String signedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        boolean allowed = person != null
                && person.isAuthenticated()
                && person.getAuthorities().stream()
                        .map(authority ->
                                String.valueOf(authority.getAuthority()).replaceFirst("^ROLE_", ""))
                        .anyMatch(GROUPS::contains);
        if (person == null || !allowed) {
            throw new AccessDeniedException(
                    "To deploy a procedure you must be a member of " + String.join(" or ", GROUPS));
        }
        return person.getName();
    }
}
