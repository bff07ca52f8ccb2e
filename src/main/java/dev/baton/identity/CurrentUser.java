package dev.baton.identity;

import dev.baton.engine.Role;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Service;

/** The person on whose behalf this thread works, as the engine sees it. */
@Service
public final class CurrentUser {

    private final IdentityService identities;

    CurrentUser(IdentityService identities) {
        this.identities = identities;
    }

    /** The user id; empty for timers and other work of the platform itself. */
    public Optional<String> name() {
        return current().map(Authentication::getUserId);
    }

    /** The groups that the person was in when this request began. */
    public List<String> groups() {
        return current().map(Authentication::getGroupIds).orElse(List.of());
    }

    public boolean is(Role role) {
        return groups().contains(role.group());
    }

    private Optional<Authentication> current() {
        return Optional.ofNullable(identities.getCurrentAuthentication());
    }
}
