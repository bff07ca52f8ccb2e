package dev.baton.delegates.reboot;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Privilege;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a host to reboot; {@link WaitForDevice} proves that it did. The boot id tells whether it happened already. */
@Component("reboot")
@Delegate(
        name = "Reboot",
        description =
                "Asks the hosts to reboot and does not wait; let Wait for device follow. Is never sent twice: after a"
                        + " crash the boot id tells whether the host was rebooted.",
        effect = Effect.CHECKABLE,
        inputs = RebootInputs.class)
class Reboot implements DeviceDelegate<RebootInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, RebootInputs inputs) {
        List<Command> commands = new ArrayList<>(BootId.rendered(device, dialect));
        commands.add(reboot(device, inputs));
        return commands;
    }

    @Override
    public Result perform(Session session, RebootInputs inputs) {
        if (inputs.onlyIfNeeded()
                && !session.fact(CheckReboot.NEEDED).map(Boolean::valueOf).orElse(false)) {
            return Result.unchanged("no reboot needed");
        }
        if (!inputs.allowed()) {
            return Result.unchanged("is not to be rebooted");
        }
        String before = BootId.now(session);
        session.note(BootId.BEFORE, before);
        try {
            requireAccepted(session, session.send(reboot(session.device(), inputs)));
        } catch (ActionProblem lost) {
            // A host that goes down at once often takes the answer with it.
            if (lost.problem() != Problem.OUTCOME_UNKNOWN) {
                throw lost;
            }
        }
        return requested(before);
    }

    @Override
    public Probe probe(Session session, RebootInputs inputs) {
        Optional<String> before = session.fact(BootId.BEFORE);
        if (before.isEmpty()) {
            return new Probe.Undecided("the boot id before the reboot is not known");
        }
        return BootId.now(session).equals(before.get())
                ? new Probe.NotApplied("the host still runs since the same boot")
                : new Probe.Applied(requested(before.get()));
    }

    private static Command reboot(Device device, RebootInputs inputs) {
        return Command.exec(Privilege.of(device, inputs.become()).line("systemctl", "reboot"))
                .changing();
    }

    private static Result requested(String before) {
        return Result.changed("reboot requested").with(Map.of(BootId.BEFORE, before));
    }

    private static void requireAccepted(Session session, Answer answer) {
        if (answer.exitStatus() != null && answer.exitStatus() != 0) {
            Privilege.requireGranted(session.device(), answer);
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + answer.command().text() + " ended with exit status "
                            + answer.exitStatus() + ": " + answer.errorOutput().strip());
        }
    }
}
