package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Session;
import java.util.ArrayList;
import java.util.List;

/** Asks a host what is pending in a scope. */
final class PendingPatches {

    private PendingPatches() {}

    static List<Patch> of(Session session, PackageManager manager, PatchScope scope, Privilege privilege) {
        List<Answer> answers = new ArrayList<>();
        for (Command command : manager.listing(privilege)) {
            Answer answer = session.send(command);
            manager.requireListed(session.device(), answer);
            answers.add(answer);
        }
        return manager.pending(session.device(), answers).stream()
                .filter(patch -> scope == PatchScope.ALL || patch.security())
                .toList();
    }
}
