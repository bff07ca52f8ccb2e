package dev.baton.delegates.transfer;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Content;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadFileTest {

    private static final Content MOTD = Content.of("hello\n");
    private static final String SHOWN = "/etc/motd mode=0640 " + MOTD;

    private final UploadFile uploadFile = new UploadFile((path, sha256) -> {
        if (!path.equals("motd") || !sha256.equals(MOTD.sha256())) {
            throw Problem.BAD_INPUT.because("there is no file " + path);
        }
        return MOTD;
    });

    @Test
    void thePlanPinsPathModeAndContent() {
        var commands = ScriptedSession.host().commands(uploadFile, inputs(Map.of()));

        assertThat(commands).extracting("text").containsExactly(SHOWN, SHOWN);
        assertThat(commands).extracting("changes").containsExactly(false, true);
    }

    @Test
    void whatStandsThereAlreadyIsNotWritten() {
        var host = ScriptedSession.host().on(SHOWN, "same\n");

        var result = host.perform(uploadFile, inputs(Map.of()));

        assertThat(result.changed()).isFalse();
        assertThat(host.sent()).hasSize(1);
        assertThat(result.facts())
                .containsEntry("path", "/etc/motd")
                .containsEntry("bytes", 6)
                .containsEntry("sha256", MOTD.sha256());
    }

    @ParameterizedTest
    @CsvSource({"absent", "other mode: 0600", "other content: bytes=7"})
    void whatIsOtherwiseIsWritten(String seen) {
        var host = ScriptedSession.host().on(SHOWN, seen).on(SHOWN, "made: " + MOTD + ", read back; mode 0640\n");

        var result = host.perform(uploadFile, inputs(Map.of()));

        assertThat(result.changed()).isTrue();
        assertThat(result.summary()).startsWith("made: bytes=6");
        assertThat(host.sent()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "destination, etc/motd",
        "destination, /etc/../shadow",
        "destination, '/etc/motd\n/etc/shadow'",
        "mode, 4755",
        "mode, '0644; reboot'",
        "file, ../secret",
        "sha256, 1234",
        "timeout, soon"
    })
    void anInputThatIsNotPlainIsRefusedBeforeAnythingIsSent(String input, String value) {
        var host = ScriptedSession.host();

        assertProblem(Problem.BAD_INPUT, () -> host.perform(uploadFile, inputs(Map.of(input, value))));

        assertThat(host.sent()).isEmpty();
    }

    @Test
    void metacharactersInAPathAreTheNameOfAFile() {
        var commands =
                ScriptedSession.host().commands(uploadFile, inputs(Map.of("destination", "/tmp/$(reboot); `id` | x")));

        assertThat(commands.get(1).upload()).extracting("path").isEqualTo("/tmp/$(reboot); `id` | x");
    }

    private static UploadFileInputs inputs(Map<String, String> others) {
        Map<String, String> given = new HashMap<>(
                Map.of("file", "motd", "sha256", MOTD.sha256(), "destination", "/etc/motd", "mode", "0640"));
        given.putAll(others);
        return Inputs.bind(UploadFileInputs.class, given);
    }
}
