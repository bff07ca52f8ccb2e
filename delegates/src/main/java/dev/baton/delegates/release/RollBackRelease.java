package dev.baton.delegates.release;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the release current again that was so before this run; where this run activated none, nothing is done. */
@Component("rollBackRelease")
@Delegate(
        name = "Roll back release",
        description =
                "Leads the link current back to the release that was current before this run, and restarts the unit"
                        + " or runs the script. A host where this run activated nothing is left alone.",
        effect = Effect.CONVERGE,
        inputs = ActivateReleaseInputs.class)
class RollBackRelease implements DeviceDelegate<ActivateReleaseInputs> {

    private static final String BACK = """
            rm -f .next; cp -P previous .next; test -d .next/; mv -fT .next current\
            """;

    @Override
    public List<Command> render(Device device, Dialect dialect, ActivateReleaseInputs inputs) {
        ReleaseFolder folder = ReleaseFolder.of(device, dialect, inputs.folder());
        return List.of(folder.current(), folder.previous(), back(inputs), inputs.start(device));
    }

    @Override
    public Result perform(Session session, ActivateReleaseInputs inputs) {
        ReleaseFolder folder = inputs.place();
        String failed = ReleaseFolder.link(inputs.release());
        Optional<String> before = session.fact(ActivateRelease.BEFORE);
        if (before.isEmpty() || before.get().equals(failed)) {
            return Result.unchanged("this run activated no other release here");
        }
        String wanted = before.get();
        String device = session.device().name();
        if (wanted.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + ": there was no release before " + failed);
        }
        if (!folder.seen(session, folder.current()).equals(wanted)) {
            String previous = folder.seen(session, folder.previous());
            if (!previous.equals(wanted)) {
                throw Problem.CHECK_FAILED.because(device + ": previous should lead to " + wanted
                        + ", which ran before, and leads to \"" + previous + "\"");
            }
            ReleaseFolder.requireDone(session, session.send(back(inputs)), "the switch back to " + wanted);
        }
        ActivateRelease.start(session, inputs);
        String now = folder.seen(session, folder.current());
        if (!now.equals(wanted)) {
            throw Problem.CHECK_FAILED.because(
                    device + ": current should lead back to " + wanted + " and leads to \"" + now + "\"");
        }
        return Result.changed("back to " + wanted);
    }

    private static Command back(ActivateReleaseInputs inputs) {
        return inputs.place().script("baton-back", BACK);
    }
}
