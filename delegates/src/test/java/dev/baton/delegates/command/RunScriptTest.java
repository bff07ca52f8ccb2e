package dev.baton.delegates.command;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Content;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunScriptTest {

    private static final Content SCRIPT = Content.of("echo \"$1\"\n");

    private final RunScript runScript = new RunScript((path, sha256) -> SCRIPT);

    @Test
    void itIsMadeReadyUploadedRunAndTakenAwayInAPrivateFolder() {
        List<String> texts = ScriptedSession.host()
                .render(runScript, inputs(Map.of("interpreter", "python3", "arguments", "a b\n$(reboot); `id`\nit's")));

        String folder = texts.get(3).substring("rm -rf ".length());
        assertThat(folder).matches("/tmp/\\.baton-script-[0-9a-f]{16}");
        assertThat(texts.get(0)).startsWith("mkdir -m 0700 " + folder + " ");
        assertThat(texts.get(1)).isEqualTo(folder + "/script mode=0600 " + SCRIPT);
        assertThat(texts.get(2))
                .isEqualTo("python3 " + folder + "/script 'a b' '$(reboot); `id`' 'it'\\''s'; status=$?; rm -rf "
                        + folder + "; exit $status");
    }

    @Test
    void anotherScriptAndOtherArgumentsRunInAnotherFolder() {
        RunScript other = new RunScript((path, sha256) -> Content.of("other"));
        var host = ScriptedSession.host();

        assertThat(List.of(
                        host.render(runScript, inputs(Map.of())).get(3),
                        host.render(runScript, inputs(Map.of("arguments", "x"))).get(3),
                        host.render(other, inputs(Map.of())).get(3)))
                .doesNotHaveDuplicates();
    }

    @Test
    void outputAndExitStatusAreFacts() {
        var host = host().on("exit $status", 3, "password hunter2\n");

        var result = host.perform(runScript, inputs(Map.of("expectedExit", "0, 3")));

        assertThat(result.changed()).isTrue();
        assertThat(runScript.summarise(Map.of("dev1", result)).get("scriptTable"))
                .isEqualTo(
                        List.of(Map.of("device", "dev1", "exitStatus", 3, "output", "password <secret 1a2b3c4d>\n")));
    }

    @Test
    void anExitStatusThatIsNotExpectedIsAFailure() {
        var host = host().on("exit $status", 3, "");

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(runScript, inputs(Map.of())))
                .hasMessageContaining("dev1")
                .hasMessageContaining("exit status 3, expected 0");
    }

    @ParameterizedTest
    @CsvSource({"mode=0600, UNREACHABLE", "exit $status, OUTCOME_UNKNOWN"})
    void itIsTakenAwayAlsoWhenItsUploadOrItsRunFails(String words, Problem problem) {
        var host = ScriptedSession.host()
                .on("mkdir", "")
                .on(words, problem)
                .on("mode=0600", "made\n")
                .on("rm -rf", 0, "");

        assertProblem(problem, () -> host.perform(runScript, inputs(Map.of())));

        assertThat(host.sent()).last().asString().startsWith("rm -rf /tmp/.baton-script-");
    }

    @Test
    void aFolderOfSomebodyElseIsNotUsed() {
        var host = ScriptedSession.host().on("mkdir", command -> Answer.of(command, 1, "", "mkdir: File exists\n"));

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(runScript, inputs(Map.of())))
                .hasMessageContaining("wanted a private folder")
                .hasMessageContaining("File exists");
        assertThat(host.sent()).hasSize(1);
    }

    @Test
    void unlessTheDiagramSaysOtherwiseItIsNeverRepeated() {
        assertThat(runScript.effect(inputs(Map.of()))).isEqualTo(Effect.ONCE);
        assertThat(runScript.effect(inputs(Map.of("effect", "converge")))).isEqualTo(Effect.CONVERGE);
    }

    @ParameterizedTest
    @CsvSource({"effect, read", "interpreter, perl", "interpreter, 'sh\nbash'", "timeout, soon"})
    void onlyListedValuesAreTaken(String input, String value) {
        assertProblem(Problem.BAD_INPUT, () -> inputs(Map.of(input, value))).hasMessageContaining(input);
    }

    @Test
    void anArgumentMustNotContainControlCharactersAndExitStatusesAreNumbers() {
        Map<String, Object> given =
                Map.of("script", "x.sh", "sha256", SCRIPT.sha256(), "arguments", List.of("a\nreboot"));

        assertProblem(
                Problem.BAD_INPUT,
                () -> ScriptedSession.host().render(runScript, Inputs.bind(RunScriptInputs.class, given)));
        assertProblem(
                Problem.BAD_INPUT,
                () -> ScriptedSession.host().render(runScript, inputs(Map.of("expectedExit", "0; reboot"))));
    }

    @Test
    void aNetworkDeviceRunsNoScripts() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.networkDevice().render(runScript, inputs(Map.of())));
    }

    private static ScriptedSession host() {
        return ScriptedSession.host().on("mkdir", "").on("mode=0600", "made\n");
    }

    private static RunScriptInputs inputs(Map<String, String> others) {
        Map<String, String> given = new HashMap<>(Map.of("script", "x.sh", "sha256", SCRIPT.sha256()));
        given.putAll(others);
        return Inputs.bind(RunScriptInputs.class, given);
    }
}
