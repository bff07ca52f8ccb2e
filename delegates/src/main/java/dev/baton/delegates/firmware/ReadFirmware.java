package dev.baton.delegates.firmware;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.firmware.policy.FirmwareFindings;
import dev.baton.delegates.firmware.policy.FirmwareReport;
import dev.baton.delegates.firmware.policy.Judgement;
import dev.baton.delegates.firmware.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out which firmware a device runs. Only reads, so repeating it is safe. */
@Component("readFirmware")
@Delegate(
        name = "Read firmware",
        description =
                "Version, model, serial number and parts of each device: a host over SSH, any other device over SNMP and,"
                        + " where that tells no version, on its command line. Compares the version with a decision table;"
                        + " every change is kept with its time.",
        inputs = ReadFirmwareInputs.class,
        outputs = {
            "firmwareTable",
            "compliantCount",
            "outdatedCount",
            "blockedCount",
            "unknownCount",
            "firmwareChangedCount"
        })
class ReadFirmware implements DeviceDelegate<ReadFirmwareInputs> {

    private final Observations observations;
    private final Decisions decisions;

    ReadFirmware(Observations observations, Decisions decisions) {
        this.observations = observations;
        this.decisions = decisions;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadFirmwareInputs inputs) {
        List<Command> commands = new ArrayList<>(SnmpLook.commands());
        if (dialect.shell() == Shell.POSIX) {
            commands.addAll(HostLook.commands(dialect));
        } else if (inputs.commandLine()) {
            commands.addAll(CliLook.commands(dialect));
        }
        return commands;
    }

    @Override
    public Result perform(Session session, ReadFirmwareInputs inputs) {
        Firmware firmware = new Firmware();
        List<ActionProblem> problems = new ArrayList<>();
        if (session.dialect().shell() == Shell.POSIX) {
            host(session, firmware, problems);
        } else {
            networkDevice(session, inputs, firmware, problems);
        }
        if (firmware.isEmpty()) {
            throw unknown(session.device(), problems);
        }
        return judged(session.device(), inputs, firmware);
    }

    private Result judged(Device device, ReadFirmwareInputs inputs, Firmware firmware) {
        Map<String, Object> before = observations
                .latest(device.name(), Firmware.KIND)
                .map(Observations.Seen::content)
                .orElse(null);
        if (before != null) {
            firmware.fillFrom(before);
        }
        Observation now = firmware.observation();
        Judgement judgement = Policy.of(decisions.decide(inputs.policy(), firmware.asked(device)))
                .judge(firmware.value(Firmware.VERSION));
        List<Finding> found = FirmwareFindings.of(device.name(), before, now.content(), judgement);
        boolean changed = found.stream().anyMatch(finding -> finding.kind().equals(FirmwareFindings.CHANGED));
        String reason = judgement.reason().isEmpty() ? "" : ": " + judgement.reason();
        return Result.unchanged(firmware.sentence() + ", " + judgement.verdict() + reason)
                .with(FirmwareReport.facts(firmware.facts(), judgement, changed))
                .checked(FirmwareFindings.KINDS, found)
                .observing(now);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return FirmwareReport.of(results);
    }

    /** A host that is to be asked over SSH and does not let us is not known by what SNMP says of its kernel. */
    private static void host(Session session, Firmware firmware, List<ActionProblem> problems) {
        attempt(() -> HostLook.at(session, firmware), problems);
        boolean hasSsh = problems.stream().noneMatch(problem -> problem.problem() == Problem.UNSUPPORTED);
        if (hasSsh && !problems.isEmpty()) {
            throw problems.get(0);
        }
        if (!firmware.has(Firmware.VERSION)) {
            attempt(() -> SnmpLook.at(session, firmware), problems);
        }
    }

    private static void networkDevice(
            Session session, ReadFirmwareInputs inputs, Firmware firmware, List<ActionProblem> problems) {
        attempt(() -> SnmpLook.at(session, firmware), problems);
        if (!firmware.has(Firmware.VERSION) && inputs.commandLine() && CliLook.suits(session.dialect())) {
            attempt(() -> CliLook.at(session, firmware), problems);
        }
    }

    private static void attempt(Runnable look, List<ActionProblem> problems) {
        try {
            look.run();
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.CANCELLED || problem.problem() == Problem.PLAN_DEVIATION) {
                throw problem;
            }
            problems.add(problem);
        }
    }

    private static ActionProblem unknown(Device device, List<ActionProblem> problems) {
        String reasons = problems.stream().map(ActionProblem::reason).collect(Collectors.joining("; "));
        return problems.stream()
                .map(ActionProblem::problem)
                .filter(problem -> problem != Problem.UNSUPPORTED)
                .findFirst()
                .orElse(problems.isEmpty() ? Problem.ANSWER_INCOMPLETE : Problem.UNSUPPORTED)
                .because(reasons.isEmpty() ? device.name() + " says nothing about itself" : reasons);
    }
}
