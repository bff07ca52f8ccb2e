package dev.baton.delegates.health;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Findings;
import dev.baton.action.Operation;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Tells whether a device is fit before or after a change. Only reads, so repeating it is safe. */
@Component("checkHealth")
@Delegate(
        name = "Check health",
        description =
                "Hosts: failed services, full file systems, unfinished installations. Network devices: they answer."
                        + " After a change, only services that had failed before it are forgiven. A device without any"
                        + " fault has its finding host-unhealthy resolved.",
        inputs = CheckHealthInputs.class)
class CheckHealth implements DeviceDelegate<CheckHealthInputs> {

    static final String FAULT_KIND = "host-unhealthy";

    private final Findings findings;

    CheckHealth(Findings findings) {
        this.findings = findings;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckHealthInputs inputs) {
        return dialect.shell() == Shell.POSIX
                ? List.of(Units.STATE, Units.LIST, Disks.READ, installations(device, inputs))
                : List.of(dialect.command(Operation.SHOW_VERSION));
    }

    @Override
    public Result perform(Session session, CheckHealthInputs inputs) {
        return session.dialect().shell() == Shell.POSIX ? host(session, inputs) : networkDevice(session);
    }

    private Result host(Session session, CheckHealthInputs inputs) {
        Set<String> failed = Units.failed(session);
        List<String> faults = new ArrayList<>();
        if (inputs.phase() == HealthPhase.AFTER) {
            Set<String> fresh = new TreeSet<>(failed);
            fresh.removeAll(Units.failedBefore(session));
            fresh.forEach(unit -> faults.add(unit + " has failed"));
        }
        faults.addAll(Disks.full(session.device(), session.send(Disks.READ), inputs.diskLimit()));
        faults.addAll(unfinished(session.device(), session.send(installations(session.device(), inputs))));
        if (!faults.isEmpty()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + ": " + String.join(", ", faults));
        }
        if (failed.isEmpty()) {
            findings.resolve(session.run(), session.device().name(), FAULT_KIND);
        }
        String summary = failed.isEmpty() ? "healthy" : "healthy; failed before already: " + String.join(", ", failed);
        return inputs.phase() == HealthPhase.BEFORE
                ? Result.unchanged(summary).with(Map.of(Units.FAILED, baseline(session, failed)))
                : Result.unchanged(summary);
    }

    /** The first look of a run stands: a batch that is tried again must not take what the change broke for old. */
    private static String baseline(Session session, Set<String> failed) {
        return session.fact(Units.FAILED).orElseGet(() -> String.join(" ", failed));
    }

    private Result networkDevice(Session session) {
        Answer answer = session.send(session.dialect().command(Operation.SHOW_VERSION));
        if (!answer.succeeded() || answer.output().isBlank()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + " does not tell its version");
        }
        findings.resolve(session.run(), session.device().name(), FAULT_KIND);
        return Result.unchanged("answers");
    }

    /** By env, which ends with 127 where there is no dpkg; sudo itself would not tell that from a refusal. */
    private static Command installations(Device device, CheckHealthInputs inputs) {
        return Command.exec(Privilege.of(device, inputs.become()).line("env", "LC_ALL=C", "dpkg", "--audit"));
    }

    /** A distribution without dpkg has no such state; every other failure leaves it open. */
    private static List<String> unfinished(Device device, Answer audit) {
        if (!audit.output().isBlank()) {
            return List.of("dpkg reports unfinished installations: "
                    + audit.output().strip().lines().findFirst().orElse(""));
        }
        Asked.requireAnswered(device, audit);
        return List.of();
    }
}
