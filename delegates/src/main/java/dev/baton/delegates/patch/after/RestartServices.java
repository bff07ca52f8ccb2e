package dev.baton.delegates.patch.after;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Restarts what still runs the code of before its update, as needrestart tells. Repeating it finds nothing to do. */
@Component("restartServices")
@Delegate(
        name = "Restart services",
        description = "Restarts the services that needrestart names but for those left alone. What still runs old code"
                + " afterwards is a finding, and so is a reboot that is needed and was not done.",
        effect = Effect.CONVERGE,
        inputs = RestartServicesInputs.class,
        outputs = {"restartedCount"})
class RestartServices implements DeviceDelegate<RestartServicesInputs> {

    static final String SERVICE = "service-restart-pending";
    static final String REBOOT = "reboot-pending";

    private static final int ABSENT = 127;
    private static final String NAMES = " | awk '/^NEEDRESTART-SVC: / { print $2 }'";
    private static final Pattern STALE = Pattern.compile("^NEEDRESTART-SVC: (\\S+)$", Pattern.MULTILINE);

    @Override
    public List<Command> render(Device device, Dialect dialect, RestartServicesInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " is a " + device.platform() + ", which has no services");
        }
        Privilege privilege = Privilege.of(device, inputs.become());
        return List.of(question(privilege), restart(privilege, inputs));
    }

    @Override
    public Result perform(Session session, RestartServicesInputs inputs) {
        Privilege privilege = Privilege.of(session.device(), inputs.become());
        Answer asked = session.send(question(privilege));
        Privilege.requireGranted(session.device(), asked);
        if (asked.exitStatus() != null && asked.exitStatus() == ABSENT) {
            return Result.unchanged("needrestart is absent: nobody can tell which services run old code")
                    .checked(Set.of(REBOOT), rebootLeft(session));
        }
        List<String> stale = stale(session.device(), asked);
        if (stale.isEmpty()) {
            return Result.unchanged("no service runs old code").checked(Set.of(SERVICE, REBOOT), rebootLeft(session));
        }
        Answer restarted = session.send(restart(privilege, inputs));
        if (!restarted.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(session.device().name() + ": of " + String.join(", ", stale)
                    + " not all could be restarted: " + restarted.ending());
        }
        List<String> left = stale(session.device(), session.send(question(privilege)));
        List<Finding> findings = new ArrayList<>(rebootLeft(session));
        left.forEach(unit -> findings.add(new Finding(
                session.device().name(),
                SERVICE,
                unit,
                Severity.WARNING,
                unit + " still runs code from before the patches" + why(unit, inputs))));
        int count = stale.size() - left.size();
        return Result.changed("restarted " + count + " services"
                        + (left.isEmpty() ? "" : ", left " + String.join(", ", left)))
                .with(Map.of("restartedCount", count, "notRestarted", left))
                .checked(Set.of(SERVICE, REBOOT), findings);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        int count = results.values().stream()
                .mapToInt(result -> result.facts().get("restartedCount") instanceof Integer number ? number : 0)
                .sum();
        return Map.of("restartedCount", count);
    }

    private static Command question(Privilege privilege) {
        return Command.exec(privilege.line("env", "LC_ALL=C", "needrestart", "-b", "-l"))
                .within(Duration.ofMinutes(2));
    }

    private static Command restart(Privilege privilege, RestartServicesInputs inputs) {
        String left = inputs.pattern().isEmpty() ? "" : " | grep -vxE '" + inputs.pattern() + "'";
        return Command.exec(question(privilege).text() + NAMES + left + " | xargs -r "
                        + privilege.line("systemctl", "restart"))
                .changing()
                .detach()
                .within(Duration.ofMinutes(15));
    }

    private static List<String> stale(Device device, Answer answer) {
        if (!answer.succeeded() || !answer.output().contains("NEEDRESTART-VER")) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device.name() + ": needrestart does not tell which services run old code: " + answer.ending());
        }
        return STALE.matcher(answer.wholeOutput(device))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String why(String unit, RestartServicesInputs inputs) {
        return unit.matches(inputs.pattern()) ? "; it is left alone, restart it in a window" : "";
    }

    /** Check reboot has said that one is needed, and Reboot has noted no boot to compare with. */
    private static List<Finding> rebootLeft(Session session) {
        boolean needed = session.fact("rebootNeeded").map(Boolean::valueOf).orElse(false);
        boolean done = session.fact("bootIdBefore").isPresent();
        return needed && !done
                ? List.of(new Finding(
                        session.device().name(),
                        REBOOT,
                        null,
                        Severity.WARNING,
                        "a reboot is needed to use what was installed, and the request does not allow one"))
                : List.of();
    }
}
