package dev.baton.device.ssh.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.secret.Secret;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewSecretTest {

    @Test
    void passwordsAreOfTheirLengthHaveEachKindOfCharacterAndNoneThatDevicesMistake() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            try (Secret password = NewSecret.password(16)) {
                String text = String.valueOf(password.chars());
                assertThat(text)
                        .hasSize(16)
                        .containsPattern("[a-z]")
                        .containsPattern("[A-Z]")
                        .containsPattern("[0-9]")
                        .containsPattern("[-_.+=@%]")
                        .matches("[A-Za-z0-9_.+=@%-]+");
                drawn.add(text);
            }
        }
        assertThat(drawn).hasSize(200);
    }
}
