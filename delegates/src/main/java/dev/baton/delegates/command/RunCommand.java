package dev.baton.delegates.command;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Runs one command of the diagram's own; whether repeating is safe is for its effect input to say. */
@Component("runCommand")
@Delegate(
        name = "Run command",
        description = "Runs one command on every device and fails where its exit status is not the expected one.",
        effect = Effect.ONCE,
        inputs = RunCommandInputs.class,
        outputs = "commandTable")
class RunCommand implements DeviceDelegate<RunCommandInputs> {

    /** Facts and variables are for deciding; whoever wants everything reads the transcript. */
    private static final int KEPT_OUTPUT = 2_000;

    private static final int TABLE_ROWS = 100;

    @Override
    public List<Command> render(Device device, Dialect dialect, RunCommandInputs inputs) {
        String[] words = Stream.concat(Stream.of(inputs.command().strip().split("\\s+")), inputs.arguments().stream())
                .toArray(String[]::new);
        Command command = dialect.shell() == Shell.POSIX
                ? Command.exec(Privilege.of(device, inputs.become()).line(words))
                : Command.cli(dialect.shell().line(words));
        Command limited = command.within(inputs.timeout());
        if (inputs.detached()) {
            requireDetachable(device, dialect, inputs);
            return List.of(limited.changing().detach());
        }
        return List.of(effect(inputs).changes() ? limited.changing() : limited);
    }

    private void requireDetachable(Device device, Dialect dialect, RunCommandInputs inputs) {
        if (dialect.shell() != Shell.POSIX || !effect(inputs).changes()) {
            throw Problem.BAD_INPUT.because(
                    device.name() + ": only a command that changes a host runs detached, not one of" + " effect "
                            + inputs.effect() + " on " + dialect.platform());
        }
    }

    @Override
    public Result interpret(Session session, RunCommandInputs inputs, List<Answer> answers) {
        Answer answer = answers.get(0);
        requireExpectedExit(session.device(), inputs.expectedExit(), answer);
        String summary = "ran " + answer.command().text();
        Result result = effect(inputs).changes() ? Result.changed(summary) : Result.unchanged(summary);
        return result.with(facts(answer, session.dialect()));
    }

    @Override
    public Effect effect(RunCommandInputs inputs) {
        return inputs.effect().effect();
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of("commandTable", table(results));
    }

    static Map<String, Object> facts(Answer answer, Dialect dialect) {
        return Map.of(
                "output",
                shortened(dialect.withoutSecrets(answer.output())),
                "exitStatus",
                answer.exitStatus() == null ? 0 : answer.exitStatus());
    }

    static List<Map<String, Object>> table(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.entrySet().stream()
                .limit(TABLE_ROWS)
                .forEach(entry -> rows.add(Map.of(
                        "device", entry.getKey(),
                        "exitStatus", entry.getValue().facts().getOrDefault("exitStatus", 0),
                        "output", entry.getValue().facts().getOrDefault("output", ""))));
        return rows;
    }

    static void requireExpectedExit(Device device, String expectedExit, Answer answer) {
        if (answer.signal() != null) {
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": " + answer.command().text() + " was ended by signal " + answer.signal());
        }
        if (answer.exitStatus() != null && !expected(expectedExit).contains(answer.exitStatus())) {
            Privilege.requireGranted(device, answer);
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": " + answer.command().text() + " ended with exit status " + answer.exitStatus()
                            + ", expected " + expectedExit);
        }
    }

    static Set<Integer> expected(String list) {
        try {
            return Stream.of(list.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        } catch (NumberFormatException e) {
            throw Problem.BAD_INPUT.because("expectedExit takes numbers separated by commas, not " + list);
        }
    }

    private static String shortened(String output) {
        return output.length() <= KEPT_OUTPUT ? output : output.substring(0, KEPT_OUTPUT) + "...";
    }
}
