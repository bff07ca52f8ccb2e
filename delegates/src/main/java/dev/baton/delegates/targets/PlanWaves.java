package dev.baton.delegates.targets;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells which devices will be taken together, before somebody approves it. Reaches no device. */
@Component("planWaves")
@Delegate(
        name = "Plan waves",
        description = "Tells the batches that Take next batch will give, never two of one redundancy group together.",
        inputs = PlanWavesInputs.class,
        outputs = {"waveCount", "wavePlan"})
class PlanWaves implements JavaDelegate {

    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> BATCHES = new ProcessVariable<>("batches", String.class);
    private static final ProcessVariable<Integer> WAVE_COUNT = new ProcessVariable<>("waveCount", Integer.class);
    private static final ProcessVariable<String> WAVE_PLAN = new ProcessVariable<>("wavePlan", String.class);

    /** A run keeps texts of 4,000 characters. */
    private static final int LONGEST = 3_500;

    private final TargetSets sets;

    PlanWaves(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            PlanWavesInputs inputs = Inputs.bind(
                    PlanWavesInputs.class,
                    Map.of(
                            TARGETS.name(), TARGETS.in(execution).orElse(""),
                            BATCHES.name(), BATCHES.in(execution).orElse("")));
            List<List<String>> waves = sets.batches(inputs.targets(), inputs.batches());
            WAVE_COUNT.offer(execution, waves.size());
            WAVE_PLAN.offer(execution, text(waves));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private static String text(List<List<String>> waves) {
        StringBuilder plan = new StringBuilder();
        for (int wave = 0; wave < waves.size(); wave++) {
            String line = "Wave " + (wave + 1) + ": " + new TargetSet("", waves.get(wave)).names();
            if (plan.length() + line.length() > LONGEST) {
                return plan.append("\nand ")
                        .append(waves.size() - wave)
                        .append(" more")
                        .toString();
            }
            plan.append(wave == 0 ? "" : "\n").append(line);
        }
        return plan.toString();
    }
}
