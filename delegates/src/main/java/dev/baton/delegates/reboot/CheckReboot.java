package dev.baton.delegates.reboot;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells whether a host should be rebooted after its updates. Only reads, so repeating it is safe. */
@Component("checkReboot")
@Delegate(
        name = "Check reboot",
        description = "Tells whether a host waits for a reboot, by what its distribution offers for that.",
        inputs = CheckRebootInputs.class,
        outputs = {"rebootNeeded", "rebootCount"})
class CheckReboot implements DeviceDelegate<CheckRebootInputs> {

    static final String NEEDED = "rebootNeeded";

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckRebootInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " is a " + device.platform()
                    + ", which does not tell whether it waits for a reboot");
        }
        Privilege privilege = Privilege.of(device, inputs.become());
        return Stream.of(RebootSign.values())
                .map(sign -> sign.command(privilege))
                .toList();
    }

    @Override
    public Result perform(Session session, CheckRebootInputs inputs) {
        Privilege privilege = Privilege.of(session.device(), inputs.become());
        Optional<String> reason = Stream.of(RebootSign.values())
                .flatMap(sign -> sign.in(ask(session, sign.command(privilege))).stream())
                .findFirst();
        return Result.unchanged(reason.map(why -> "reboot needed: " + why).orElse("no reboot needed"))
                .with(Map.of(NEEDED, reason.isPresent()));
    }

    /** A refusal is no answer: what says nothing for that reason must not count as "no reboot needed". */
    private static Answer ask(Session session, Command command) {
        Answer answer = session.send(command);
        Privilege.requireGranted(session.device(), answer);
        return answer;
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        long needed = results.values().stream()
                .filter(result -> Boolean.TRUE.equals(result.facts().get(NEEDED)))
                .count();
        return Map.of(NEEDED, needed > 0, "rebootCount", Math.toIntExact(needed));
    }
}
