package dev.baton.delegates.archive;

import dev.baton.action.ActionProblem;
import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Keeping;
import dev.baton.action.ConfigArchive.Thinned;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Removes old revisions of configurations. Reaches no device; repeating it removes nothing more. */
@Component("thinOutRevisions")
@Delegate(
        name = "Thin out revisions",
        description =
                "Removes old revisions of configurations from the database: never one of a device's last two, an accepted"
                        + " one, or one that the Git mirror lacks; the mirror keeps them all.",
        inputs = ThinOutRevisionsInputs.class,
        outputs = {"removedRevisions", "removedContents", "removedFrom"})
class ThinOutRevisions implements JavaDelegate {

    private static final int LONGEST = 2_000;

    private static final ProcessVariable<String> KEEP_ALL = new ProcessVariable<>("keepAll", String.class);
    private static final ProcessVariable<String> KEEP_DAILY = new ProcessVariable<>("keepDaily", String.class);
    private static final ProcessVariable<String> KEEP_WEEKLY = new ProcessVariable<>("keepWeekly", String.class);
    private static final ProcessVariable<String> KEEP_MONTHLY = new ProcessVariable<>("keepMonthly", String.class);
    private static final ProcessVariable<Integer> REMOVED_REVISIONS =
            new ProcessVariable<>("removedRevisions", Integer.class);
    private static final ProcessVariable<Integer> REMOVED_CONTENTS =
            new ProcessVariable<>("removedContents", Integer.class);
    private static final ProcessVariable<String> REMOVED_FROM = new ProcessVariable<>("removedFrom", String.class);

    private final ConfigArchive archive;

    ThinOutRevisions(ConfigArchive archive) {
        this.archive = archive;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            Thinned thinned = archive.thinOut(keeping(execution));
            REMOVED_REVISIONS.offer(
                    execution,
                    Math.toIntExact(thinned.revisions().values().stream()
                            .flatMap(numbers -> numbers.stream())
                            .count()));
            REMOVED_CONTENTS.offer(execution, thinned.contents());
            REMOVED_FROM.offer(execution, names(thinned));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private static Keeping keeping(DelegateExecution execution) {
        Map<String, String> given = Stream.of(KEEP_ALL, KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY)
                .collect(Collectors.toMap(
                        ProcessVariable::name,
                        variable -> variable.in(execution).orElse("")));
        ThinOutRevisionsInputs inputs = Inputs.bind(ThinOutRevisionsInputs.class, given);
        return new Keeping(inputs.keepAll(), inputs.keepDaily(), inputs.keepWeekly(), inputs.keepMonthly());
    }

    private static String names(Thinned thinned) {
        String names = new TreeMap<>(thinned.revisions())
                .entrySet().stream()
                        .map(device -> device.getKey() + ": "
                                + device.getValue().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
        return names.length() <= LONGEST ? names : names.substring(0, LONGEST) + " ...";
    }
}
