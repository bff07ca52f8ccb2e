package dev.baton.identity;

import dev.baton.engine.PermittedActs;
import dev.baton.procedure.check.KnownGroups;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The groups in the engine's tables, without the one that stands for Camunda's own administrators. */
@Component
final class StoredGroups implements KnownGroups {

    private final IdentityService identities;
    private final PermittedActs permitted;

    StoredGroups(IdentityService identities, PermittedActs permitted) {
        this.identities = identities;
        this.permitted = permitted;
    }

    @Override
    public SortedSet<String> names() {
        return permitted.run(() -> identities.createGroupQuery().list()).stream()
                .map(Group::getId)
                .filter(group -> !group.equals(LocalUsers.SETUP_GROUP))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
