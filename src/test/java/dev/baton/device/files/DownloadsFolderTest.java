package dev.baton.device.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class DownloadsFolderTest {

    @TempDir
    Path folder;

    private DownloadsFolder downloads;

    @BeforeEach
    void anEmptyFolder() {
        downloads = new DownloadsFolder(new FileSettings(null, DataSize.ofBytes(1), folder, null));
    }

    @Test
    void aFileIsKeptBelowItsRunAndDeviceForItsOwnerOnly() throws IOException {
        String place = downloads.keep("RUN-000042", "sw1", "/var/log/messages", Content.of("a\u0000b"));

        assertThat(place).isEqualTo("RUN-000042/sw1/var/log/messages");
        assertThat(folder.resolve(place)).hasContent("a\u0000b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(place))))
                .isEqualTo("rw-------");
    }

    @Test
    void fetchingAgainReplacesIt() throws IOException {
        downloads.keep("RUN-000042", "sw1", "/etc/motd", Content.of("old"));

        String place = downloads.keep("RUN-000042", "sw1", "/etc/motd", Content.of("new"));

        assertThat(folder.resolve(place)).hasContent("new");
        try (var files = Files.list(folder.resolve(place).getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RUN-1, .., /x, RUN-1/%2E./x",
        "../RUN, sw1, /x, %2E.%2FRUN/sw1/x",
        "RUN-1, sw1, /../../x, RUN-1/sw1/%2E./%2E./x",
        "RUN-1, sw/1, /$(a); `b`/é, RUN-1/sw%2F1/%24%28a%29%3B%20%60b%60/%C3%A9",
        "RUN-1, sw1, /.profile, RUN-1/sw1/%2Eprofile",
    })
    void noNameLeadsElsewhere(String run, String device, String path, String place) {
        assertThat(downloads.keep(run, device, path, Content.of("x"))).isEqualTo(place);
        assertThat(folder.resolve(place)).hasContent("x");
    }

    @Test
    void longNamesAreShortenedAndStayDifferent() {
        String name = "/" + "n".repeat(254);

        assertThat(downloads.keep("RUN-1", "sw1", name + "a", Content.of("a")))
                .isNotEqualTo(downloads.keep("RUN-1", "sw1", name + "b", Content.of("b")))
                .hasSizeLessThan(220);
    }
}
