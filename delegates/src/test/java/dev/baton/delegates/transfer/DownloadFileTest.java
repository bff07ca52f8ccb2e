package dev.baton.delegates.transfer;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Content;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadFileTest {

    private static final Content LOG = Content.of("line\n");

    private final DownloadFile downloadFile =
            new DownloadFile((run, device, path, content) -> run + "/" + device + path + " (" + content.size() + ")");

    @Test
    void theFileIsKeptAndItsPlaceAndDigestAreFacts() {
        var host = ScriptedSession.host().on("/var/log/x", command -> Answer.of(command, LOG));

        var result = host.perform(downloadFile, inputs(Map.of("path", "/var/log/x", "maxSize", "2")));

        assertThat(host.sent()).containsExactly("2048 /var/log/x");
        assertThat(result.changed()).isFalse();
        assertThat(result.facts())
                .containsEntry("file", "RUN-000042/dev1/var/log/x (5)")
                .containsEntry("bytes", 5)
                .containsEntry("sha256", LOG.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"var/log/x", "/var/../etc/shadow", "/var/log/x\n/etc/shadow", "/"})
    void aPathThatIsNotPlainIsRefused(String path) {
        assertProblem(
                Problem.BAD_INPUT, () -> ScriptedSession.host().render(downloadFile, inputs(Map.of("path", path))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65537", "much", "1; reboot"})
    void aSizeIsANumberWithinLimits(String size) {
        assertProblem(Problem.BAD_INPUT, () -> inputs(Map.of("path", "/x", "maxSize", size)))
                .hasMessageContaining("maxSize");
    }

    private static DownloadFileInputs inputs(Map<String, String> given) {
        return Inputs.bind(DownloadFileInputs.class, given);
    }
}
