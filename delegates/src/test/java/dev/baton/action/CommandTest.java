package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    private static final Upload MOTD = Upload.of("/etc/motd", Content.of("hello\n"));

    @Test
    void aWriteShowsPathModeSizeAndDigestAndNotTheContent() {
        Command command = Command.sftpWrite(MOTD.withMode("0640"));

        assertThat(command.text())
                .isEqualTo("/etc/motd mode=0640 bytes=6"
                        + " sha256=5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
        assertThat(command.changes()).isTrue();
        assertThat(command.toString()).doesNotContain("hello");
    }

    @Test
    void aWriteOfOtherContentIsAnotherCommand() {
        Command command = Command.sftpWrite(MOTD);
        Content same = Content.of("hello\n".getBytes(StandardCharsets.UTF_8));

        assertThat(command)
                .isEqualTo(Command.sftpWrite(Upload.of("/etc/motd", same)))
                .isNotEqualTo(Command.sftpWrite(Upload.of("/etc/motd", Content.of("Hello\n"))))
                .isNotEqualTo(Command.sftpWrite(MOTD.withMode("0644")));
        assertThat(command.within(Duration.ofMinutes(5)).upload()).isEqualTo(MOTD);
    }

    @Test
    void aWriteCannotShowAnotherContentThanItHas() {
        Duration limit = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new Command(Channel.SFTP_WRITE, "/etc/motd", true, limit))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command(Channel.SFTP_WRITE, "/etc/motd", true, limit, MOTD, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command(Channel.EXEC, MOTD.toString(), true, limit, MOTD, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "motd", "/", "/etc/", "/etc//motd", "/etc/../shadow", "/etc/.", "/etc/a\nb"})
    void aPathThatIsNotPlainIsRefused(String path) {
        assertThatThrownBy(() -> Upload.of(path, Content.of("")))
                .isInstanceOfSatisfying(
                        ActionProblem.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_INPUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "0888", "u+x", "4755"})
    void aModeThatIsNotOctalIsRefused(String mode) {
        assertThatThrownBy(() -> MOTD.withMode(mode))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("/etc/motd");
    }
}
