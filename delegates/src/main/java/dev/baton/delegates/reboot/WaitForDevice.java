package dev.baton.delegates.reboot;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Waits until a rebooted host runs commands again under a new boot id. Only reads, so repeating it is safe. */
@Component("waitForDevice")
@Delegate(
        name = "Wait for device",
        description =
                "Waits until a host that this run rebooted is back: it runs a command and its boot id is a new one."
                        + " An open port is no proof. Hosts that were not rebooted are not waited for.",
        inputs = WaitForDeviceInputs.class)
class WaitForDevice implements DeviceDelegate<WaitForDeviceInputs> {

    /** How a host that is on its way looks; while it boots it may refuse the log in of everybody but root. */
    private static final Set<Problem> ON_ITS_WAY =
            EnumSet.of(Problem.UNREACHABLE, Problem.TIMEOUT, Problem.AUTH_FAILED, Problem.ANSWER_INCOMPLETE);

    private final InstantSource clock;

    WaitForDevice() {
        this(InstantSource.system());
    }

    WaitForDevice(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, WaitForDeviceInputs inputs) {
        return BootId.rendered(device, dialect);
    }

    @Override
    public Result perform(Session session, WaitForDeviceInputs inputs) {
        Optional<String> before = session.fact(BootId.BEFORE);
        if (before.isEmpty()) {
            return Result.unchanged("was not rebooted by this run");
        }
        Instant started = clock.instant();
        while (true) {
            String seen = attempt(session, before.get());
            Duration waited = Duration.between(started, clock.instant());
            if (seen.isEmpty()) {
                return Result.unchanged("back after " + waited.toSeconds() + " s")
                        .with(Map.of("waitedSeconds", waited.toSeconds()));
            }
            if (waited.compareTo(inputs.timeout()) >= 0) {
                throw Problem.TIMEOUT.because(
                        session.device().name() + " did not come back within " + inputs.timeout() + ": " + seen);
            }
            session.pause(inputs.interval());
        }
    }

    /** What keeps the host from being back; empty when nothing does. */
    private static String attempt(Session session, String before) {
        try {
            return BootId.now(session).equals(before) ? "it still runs since the same boot" : "";
        } catch (ActionProblem problem) {
            if (ON_ITS_WAY.contains(problem.problem())) {
                return problem.reason();
            }
            throw problem;
        }
    }
}
