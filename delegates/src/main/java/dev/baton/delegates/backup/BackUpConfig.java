package dev.baton.delegates.backup;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Findings;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the running configuration of a device. Only reads the device, so repeating it is safe. */
@Component("backUpConfig")
@Delegate(
        name = "Back up configuration",
        description =
                "Fetches each device's configuration and keeps it as a revision when it really changed. Secrets and"
                        + " lines that change by themselves are left out; an incomplete answer is a failure, never a revision.",
        inputs = BackUpConfigInputs.class,
        outputs = "changedConfigs")
class BackUpConfig implements DeviceDelegate<BackUpConfigInputs> {

    static final String FAILURE_KIND = "backup-failed";

    private final ConfigStore configs;
    private final Findings findings;

    BackUpConfig(ConfigStore configs, Findings findings) {
        this.configs = configs;
        this.findings = findings;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, BackUpConfigInputs inputs) {
        return dialect.supports(Operation.SHOW_CONFIG) ? List.of(dialect.command(Operation.SHOW_CONFIG)) : List.of();
    }

    @Override
    public Result interpret(Session session, BackUpConfigInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        if (answers.isEmpty()) {
            return Result.unchanged("passed over: " + session.dialect().platform() + " has no configuration to keep");
        }
        String configuration = complete(session, answers.get(0));
        Revision revision = configs.save(session.run(), device, configuration, inputs.reason());
        findings.resolve(session.run(), device, FAILURE_KIND);
        return Result.unchanged(sentence(revision))
                .with(Map.of(
                        "revision", revision.number(),
                        "configChanged", revision.changed(),
                        "sha256", revision.sha256()));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        long changed = results.values().stream()
                .filter(result -> Boolean.TRUE.equals(result.facts().get("configChanged")))
                .count();
        return Map.of("changedConfigs", Math.toIntExact(changed));
    }

    private static String complete(Session session, Answer answer) {
        String device = session.device().name();
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    device + " answered " + answer.command().text() + " with exit status " + answer.exitStatus());
        }
        String shown = answer.wholeOutput(session.device());
        Dialect dialect = session.dialect();
        dialect.incompleteness(shown).ifPresent(reason -> {
            throw Problem.ANSWER_INCOMPLETE.because(device + ": the configuration is not complete: " + reason);
        });
        String configuration = dialect.withoutSecrets(dialect.withoutVolatileLines(shown));
        if (configuration.isBlank()) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device + " answered " + answer.command().text() + " with nothing to keep");
        }
        return configuration;
    }

    private static String sentence(Revision revision) {
        return revision.changed()
                ? "revision " + revision.number() + " (+" + revision.addedLines() + " -" + revision.removedLines() + ")"
                : "unchanged since revision " + revision.number();
    }
}
