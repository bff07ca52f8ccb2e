package dev.baton.device.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Content;
import dev.baton.action.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FilesFolderTest {

    private static final Content HELLO = Content.of("hello");

    @TempDir
    Path outer;

    private Path folder;

    @BeforeEach
    void aFolderWithAFileAndASecretBesideIt() throws IOException {
        folder = Files.createDirectories(outer.resolve("files"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/hello"), "hello");
        Files.writeString(outer.resolve("secret"), "hello");
    }

    @Test
    void aFileIsReadByItsPathAndDigest() {
        FilesFolder files = files(folder);

        Content read = files.read("sub/hello", HELLO.sha256());

        assertThat(read).isEqualTo(HELLO);
        assertThat(files.read("sub/hello", HELLO.sha256().toUpperCase() + " ")).isSameAs(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "sub/../../secret", "/etc/passwd", "sub/he\nllo", "sub/hello\u0000", " ", "link"})
    void aPathThatLeavesTheFolderIsRefused(String path) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), outer.resolve("secret"));

        assertRefused(files(folder), path, HELLO.sha256(), "below the folder for files");
    }

    @ParameterizedTest
    @CsvSource({
        "none, there is no file none",
        "$(reboot); `id`, there is no file $(reboot); `id`",
        "sub, sub is no plain file",
        "large, 'has 20 bytes, at most 10 are allowed'"
    })
    void aFileThatCannotBeSentIsRefusedByName(String path, String reason) throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(20));

        assertRefused(files(folder), path, HELLO.sha256(), reason);
    }

    @Test
    void anotherDigestIsRefusedWithBoth() {
        String wanted = Content.of("other").sha256();

        assertRefused(
                files(folder), "sub/hello", wanted, "wanted the SHA-256 " + wanted + ", it has " + HELLO.sha256());
        assertRefused(files(folder), "sub/hello", "1234\n", "takes 64 hexadecimal digits");
    }

    @Test
    void withoutAFolderNothingIsSent() {
        assertRefused(files(null), "sub/hello", HELLO.sha256(), "baton.device.files-path");
    }

    private static FilesFolder files(@Nullable Path folder) {
        return new FilesFolder(new FileSettings(folder, DataSize.ofBytes(10), Path.of("unused"), null));
    }

    private static void assertRefused(FilesFolder files, String path, String sha256, String reason) {
        assertThatThrownBy(() -> files.read(path, sha256))
                .isInstanceOfSatisfying(
                        ActionProblem.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_INPUT))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }
}
