package dev.baton.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencedSecretsTest {

    private final Secrets secrets = new ReferencedSecrets(Map.of("SWITCH_PASSWORD", "geheim", "EMPTY", ""));

    @TempDir
    Path folder;

    @Test
    void anEnvironmentVariableIsResolved() {
        assertThat(text("env:SWITCH_PASSWORD")).isEqualTo("geheim");
    }

    @Test
    void aFileLosesOneTrailingNewline() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "line one\nline zwölf\n\n");

        assertThat(text("file:" + file)).isEqualTo("line one\nline zwölf\n");
    }

    @Test
    void whatIsMissingOrEmptyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> text("env:OTHER"))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("env:OTHER");
        assertThatThrownBy(() -> text("env:EMPTY")).hasMessageContaining("env:EMPTY");
        assertThatThrownBy(() -> text("file:" + file)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> text("file:" + folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void aSecretWrittenWhereAReferenceBelongsIsNotRepeated() {
        assertThatThrownBy(() -> text("geheim"))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("env:NAME or file:PATH")
                .hasMessageNotContaining("geheim");
    }

    private String text(String uri) {
        try (Secret secret = secrets.resolve(new SecretReference(uri))) {
            return new String(secret.chars());
        }
    }
}
