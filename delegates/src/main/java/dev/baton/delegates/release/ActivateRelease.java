package dev.baton.delegates.release;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a release that is there the current one, in one step of the file system, and has the host run it. */
@Component("activateRelease")
@Delegate(
        name = "Activate release",
        description = "Leads the link current to a release that was staged, by a rename, keeps the one before it as"
                + " previous, and restarts the unit or runs the script.",
        effect = Effect.CONVERGE,
        inputs = ActivateReleaseInputs.class)
class ActivateRelease implements DeviceDelegate<ActivateReleaseInputs> {

    /** The fact that holds what was current before this run; empty where nothing was. */
    static final String BEFORE = "releaseBefore";

    private static final String SWITCH = """
            test -d "releases/$2"; rm -f .previous .next; \
            if [ -L current ]; then cp -P current .previous; mv -fT .previous previous; fi; \
            ln -s "releases/$2" .next; mv -fT .next current\
            """;

    @Override
    public List<Command> render(Device device, Dialect dialect, ActivateReleaseInputs inputs) {
        ReleaseFolder folder = ReleaseFolder.of(device, dialect, inputs.folder());
        return List.of(folder.current(), change(inputs), inputs.start(device));
    }

    @Override
    public Result perform(Session session, ActivateReleaseInputs inputs) {
        ReleaseFolder folder = inputs.place();
        String wanted = ReleaseFolder.link(inputs.release());
        String current = folder.seen(session, folder.current());
        String before = session.fact(BEFORE).orElse(current);
        session.note(BEFORE, before);
        if (!current.equals(wanted)) {
            ReleaseFolder.requireDone(session, session.send(change(inputs)), "the switch to " + wanted);
        }
        start(session, inputs);
        String now = folder.seen(session, folder.current());
        if (!now.equals(wanted)) {
            throw Problem.CHECK_FAILED.because(
                    session.device().name() + ": current should lead to " + wanted + " and leads to \"" + now + "\"");
        }
        return Result.changed("runs release " + inputs.release() + ", before " + (before.isEmpty() ? "none" : before))
                .with(Map.of(BEFORE, before));
    }

    static void start(Session session, ActivateReleaseInputs inputs) {
        Answer answer = session.send(inputs.start(session.device()));
        Privilege.requireGranted(session.device(), answer);
        ReleaseFolder.requireDone(session, answer, "\"" + answer.command().text() + "\"");
    }

    private static Command change(ActivateReleaseInputs inputs) {
        return inputs.place().script("baton-switch", SWITCH, ReleaseFolder.requireRelease(inputs.release()));
    }
}
