package dev.baton.identity;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets the engine see a person while something is done for them, and nobody afterwards. */
@Service
public final class ActAs {

    private final IdentityService identities;

    ActAs(IdentityService identities) {
        this.identities = identities;
    }

    /** Does something as this user, with the groups the user has now. */
    public <T> T user(String name, Supplier<T> act) {
        return user(name, groups(name), act);
    }

    /** Does something as this user and these groups. */
    public <T> T user(String name, List<String> groups, Supplier<T> act) {
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(name, groups);
        try {
            return act.get();
        } finally {
            restore(before);
        }
    }

    /** Does something as the platform itself, without the permissions and the name of the person who is signed in. */
    public <T> T platform(Supplier<T> act) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return act.get();
        } finally {
            restore(before);
        }
    }

    /** The groups of a user now. */
    public List<String> groups(String name) {
        return platform(() -> identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList());
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identities.clearAuthentication();
        } else {
            identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}
