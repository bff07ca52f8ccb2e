package dev.baton.delegates.archive;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.State;
import dev.baton.action.Delegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.ProcessVariable;
import dev.baton.action.Severity;
import dev.baton.action.TargetSets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells which devices have no good backup of their configuration. Reaches no device; repeating it renews its findings. */
@Component("reportBackupCoverage")
@Delegate(
        name = "Report backup coverage",
        description =
                "Opens a finding for every device without a backup of its configuration, or with an old one, tells for how"
                        + " long its backup fails, and resolves those that are in order again.",
        inputs = ReportBackupCoverageInputs.class,
        outputs = {"coverageTable", "currentCount", "staleCount", "missingCount", "exemptCount"})
class ReportBackupCoverage implements JavaDelegate {

    private static final ProcessVariable<String> RUN = new ProcessVariable<>("run", String.class);
    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> TABLE = new ProcessVariable<>("coverageTable", String.class);
    private static final Map<State, ProcessVariable<Integer>> COUNTS = Map.of(
            State.CURRENT, new ProcessVariable<>("currentCount", Integer.class),
            State.STALE, new ProcessVariable<>("staleCount", Integer.class),
            State.MISSING, new ProcessVariable<>("missingCount", Integer.class),
            State.EXEMPT, new ProcessVariable<>("exemptCount", Integer.class));
    private static final Map<State, String> KINDS =
            Map.of(State.STALE, "backup-stale", State.MISSING, "backup-missing");

    private final ConfigArchive archive;
    private final Findings findings;
    private final TargetSets sets;

    ReportBackupCoverage(ConfigArchive archive, Findings findings, TargetSets sets) {
        this.archive = archive;
        this.findings = findings;
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String run = RUN.in(execution).orElseGet(execution::getProcessInstanceId);
        Optional<Set<String>> wanted = TARGETS.in(execution)
                .filter(id -> !id.isBlank())
                .map(id -> new HashSet<>(sets.get(id).devices()));
        List<Coverage> covered = archive.coverage().stream()
                .filter(coverage -> wanted.isEmpty() || wanted.get().contains(coverage.device()))
                .toList();
        covered.forEach(coverage -> settle(run, coverage));
        Map<State, Integer> counts = new EnumMap<>(State.class);
        covered.forEach(coverage -> counts.merge(coverage.state(), 1, Integer::sum));
        COUNTS.forEach((state, variable) -> variable.offer(execution, counts.getOrDefault(state, 0)));
        TABLE.offer(execution, CoverageTable.of(covered));
    }

    private void settle(String run, Coverage coverage) {
        String kind = KINDS.get(coverage.state());
        if (kind != null) {
            findings.report(
                    run,
                    new Finding(coverage.device(), kind, null, Severity.WARNING, CoverageTable.sentence(coverage)));
        }
        coverage.openKinds().stream()
                .filter(open -> !open.equals(kind))
                .forEach(open -> findings.resolve(run, coverage.device(), open));
    }
}
