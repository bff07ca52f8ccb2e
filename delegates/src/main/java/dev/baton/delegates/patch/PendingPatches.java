package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Session;
import dev.baton.delegates.patch.manager.PackageManager;
import dev.baton.delegates.patch.manager.Patch;
import dev.baton.delegates.patch.manager.Withheld;
import java.util.ArrayList;
import java.util.List;

/** Asks a host what is pending and what it keeps back. */
final class PendingPatches {

    private PendingPatches() {}

    /** Everything that is pending, whoever wants it. */
    static List<Patch> of(Session session, PackageManager manager, Privilege privilege) {
        return manager.pending(session.device(), ask(session, manager, manager.listing(privilege)));
    }

    static List<Withheld> withheld(Session session, PackageManager manager) {
        List<Command> questions = manager.withholding();
        return questions.isEmpty() ? List.of() : manager.withheld(session.device(), ask(session, manager, questions));
    }

    private static List<Answer> ask(Session session, PackageManager manager, List<Command> commands) {
        List<Answer> answers = new ArrayList<>();
        for (Command command : commands) {
            Answer answer = session.send(command);
            manager.requireListed(session.device(), answer);
            answers.add(answer);
        }
        return answers;
    }
}
