package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Privilege;
import dev.baton.action.Session;
import java.util.List;

/** Asks a host what is pending in a scope. */
final class PendingPatches {

    private PendingPatches() {}

    static List<Patch> of(Session session, PackageManager manager, PatchScope scope, Privilege privilege) {
        List<Answer> answers =
                manager.listing(privilege).stream().map(session::send).toList();
        return manager.pending(session.device(), answers).stream()
                .filter(patch -> scope == PatchScope.ALL || patch.security())
                .toList();
    }
}
