package dev.baton.delegates.archive;

import dev.baton.action.ActionProblem;
import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.action.Problem;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws devices whose kept configuration is tested, those first whose last test is the longest ago. Reaches no device. */
@Component("chooseRestoreSample")
@Delegate(
        name = "Choose restore sample",
        description =
                "Draws a share of the devices with a kept configuration, at least one of each platform, those first whose last"
                        + " test is the longest ago, so that every device has its turn.",
        inputs = ChooseRestoreSampleInputs.class,
        outputs = {"targets", "targetCount", "backedUpCount", "checkHosts"})
class ChooseRestoreSample implements JavaDelegate {

    private static final String TESTED = "config-restore-test";

    private static final ProcessVariable<String> QUERY = new ProcessVariable<>("query", String.class);
    private static final ProcessVariable<Object> SHARE = new ProcessVariable<>("sampleShare", Object.class);
    private static final ProcessVariable<String> CHECK_HOST = new ProcessVariable<>("checkHost", String.class);
    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<Integer> TARGET_COUNT = new ProcessVariable<>("targetCount", Integer.class);
    private static final ProcessVariable<Integer> BACKED_UP = new ProcessVariable<>("backedUpCount", Integer.class);
    private static final ProcessVariable<String> CHECK_HOSTS = new ProcessVariable<>("checkHosts", String.class);

    private final ConfigArchive archive;
    private final Observations observations;
    private final TargetSets sets;

    ChooseRestoreSample(ConfigArchive archive, Observations observations, TargetSets sets) {
        this.archive = archive;
        this.observations = observations;
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            choose(execution, inputs(execution));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private static ChooseRestoreSampleInputs inputs(DelegateExecution execution) {
        return Inputs.bind(
                ChooseRestoreSampleInputs.class,
                Map.of(
                        QUERY.name(), QUERY.in(execution).orElse(""),
                        SHARE.name(), SHARE.in(execution).orElse(""),
                        CHECK_HOST.name(), CHECK_HOST.in(execution).orElse("")));
    }

    private void choose(DelegateExecution execution, ChooseRestoreSampleInputs inputs) {
        String run = execution.getProcessInstanceId();
        Set<String> wanted = new HashSet<>(
                sets.choose(run, inputs.query() == null ? "" : inputs.query()).devices());
        List<Coverage> backedUp = archive.coverage().stream()
                .filter(coverage -> coverage.goodAt() != null && wanted.contains(coverage.device()))
                .toList();
        if (backedUp.isEmpty()) {
            throw Problem.NO_TARGETS.because("no device that the query selects has a kept configuration");
        }
        TargetSet sample = sets.freeze(run, sample(backedUp, inputs.sampleShare()));
        TARGETS.offer(execution, sample.id());
        TARGET_COUNT.offer(execution, sample.devices().size());
        BACKED_UP.offer(execution, backedUp.size());
        CHECK_HOSTS.offer(execution, hosts(run, inputs.checkHost()));
    }

    private String hosts(String run, String query) {
        try {
            return sets.choose(run, query).id();
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.NO_TARGETS) {
                return "";
            }
            throw problem;
        }
    }

    private List<String> sample(List<Coverage> backedUp, int share) {
        Map<String, Seen> tested = observations.latest(TESTED);
        Comparator<Coverage> longestAgo = Comparator.comparing(coverage -> tested.containsKey(coverage.device())
                ? tested.get(coverage.device()).seenAt()
                : Instant.MIN);
        return backedUp.stream().collect(Collectors.groupingBy(Coverage::platform)).values().stream()
                .flatMap(alike -> alike.stream()
                        .sorted(longestAgo.thenComparing(Coverage::device))
                        .limit((alike.size() * (long) share + 99) / 100))
                .map(Coverage::device)
                .sorted()
                .toList();
    }
}
