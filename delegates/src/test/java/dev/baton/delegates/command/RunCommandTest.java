package dev.baton.delegates.command;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Channel;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCommandTest {

    private final RunCommand runCommand = new RunCommand();

    @Test
    void metacharactersInAnArgumentStayInsideIt() {
        var inputs = inputs(Map.of("command", "echo  hello", "arguments", "a b\n$(reboot); `id` | cat > /etc/x\nit's"));

        assertThat(ScriptedSession.host().render(runCommand, inputs))
                .containsExactly("echo hello 'a b' '$(reboot); `id` | cat > /etc/x' 'it'\\''s'");
    }

    @Test
    void metacharactersInTheCommandAreQuotedToo() {
        assertThat(ScriptedSession.host().render(runCommand, inputs(Map.of("command", "echo $(id)"))))
                .containsExactly("echo '$(id)'");
    }

    @Test
    void aNetworkDeviceGetsALineOfHarmlessCharacters() {
        var command = ScriptedSession.networkDevice()
                .commands(runCommand, inputs(Map.of("command", "show ip route", "arguments", "192.0.2.0/24")))
                .get(0);

        assertThat(command.text()).isEqualTo("show ip route 192.0.2.0/24");
        assertThat(command.channel()).isEqualTo(Channel.CLI);
        assertProblem(
                Problem.BAD_INPUT,
                () -> ScriptedSession.networkDevice()
                        .render(runCommand, inputs(Map.of("command", "show version | include x"))));
    }

    @Test
    void unlessTheDiagramSaysOtherwiseItIsNeverRepeated() {
        assertThat(runCommand.effect(inputs(Map.of("command", "date")))).isEqualTo(Effect.ONCE);
        assertThat(runCommand.effect(inputs(Map.of("command", "date", "effect", "read"))))
                .isEqualTo(Effect.READ);
    }

    @Test
    void aDetachedCommandIsTheNativeOneAndChanges() {
        var command = ScriptedSession.host()
                .commands(runCommand, inputs(Map.of("command", "fstrim -a", "detached", "true")))
                .get(0);

        assertThat(command.detached()).isTrue();
        assertThat(command.changes()).isTrue();
        assertThat(command.text()).isEqualTo("fstrim -a");
    }

    @Test
    void onlyAChangeOfAHostIsDetached() {
        var read = inputs(Map.of("command", "date", "effect", "READ", "detached", "true"));
        var change = inputs(Map.of("command", "reload", "detached", "true"));

        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(runCommand, read));
        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.networkDevice().render(runCommand, change));
    }

    @Test
    void onlyAReadIsMarkedAsHarmless() {
        var session = ScriptedSession.host();

        assertThat(session.commands(runCommand, inputs(Map.of("command", "date")))
                        .get(0)
                        .changes())
                .isTrue();
        assertThat(session.commands(runCommand, inputs(Map.of("command", "date", "effect", "READ")))
                        .get(0)
                        .changes())
                .isFalse();
    }

    @Test
    void anUnexpectedExitStatusIsRejected() {
        var session = ScriptedSession.host().on("grep", 2, "");

        assertProblem(
                        Problem.COMMAND_REJECTED,
                        () -> session.perform(
                                runCommand, inputs(Map.of("command", "grep x /etc/y", "expectedExit", "0, 1"))))
                .hasMessageContaining("dev1")
                .hasMessageContaining("exit status 2");
    }

    @Test
    void anExpectedExitStatusAndTheOutputAreFacts() {
        var session = ScriptedSession.host().on("grep", 1, "password hunter2\n");

        var result = session.perform(runCommand, inputs(Map.of("command", "grep x /etc/y", "expectedExit", "0, 1")));

        assertThat(result.facts())
                .containsEntry("exitStatus", 1)
                .containsEntry("output", "password <secret 1a2b3c4d>\n");
        assertThat(runCommand.summarise(Map.of("dev1", result)).get("commandTable"))
                .isEqualTo(
                        List.of(Map.of("device", "dev1", "exitStatus", 1, "output", "password <secret 1a2b3c4d>\n")));
    }

    @Test
    void aCommandIsNeeded() {
        assertProblem(Problem.BAD_INPUT, () -> inputs(Map.of())).hasMessageContaining("command");
    }

    private static RunCommandInputs inputs(Map<String, String> given) {
        return Inputs.bind(RunCommandInputs.class, given);
    }
}
