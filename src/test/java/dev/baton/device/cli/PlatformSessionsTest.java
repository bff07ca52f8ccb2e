package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Channel;
import dev.baton.action.Operation;
import dev.baton.device.platform.Platforms;
import dev.baton.device.platform.TestPlatforms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session with each network platform that comes with Baton. The files {@code sessions/<platform>.session} say what the
 * device shows and is typed, {@code sessions/<platform>.config} what is kept of its configuration.
 */
class PlatformSessionsTest {

    private static final Platforms PLATFORMS = TestPlatforms.shipped();
    private static final Set<String> WITHOUT_END = Set.of("cisco_nxos", "hp_procurve", "mikrotik_routeros", "vyos");

    @TempDir
    Path folder;

    static Stream<String> networkPlatforms() {
        return PLATFORMS.platforms().stream()
                .filter(name -> PLATFORMS.of(name).supports(Operation.SHOW_VERSION))
                .filter(name ->
                        PLATFORMS.of(name).command(Operation.SHOW_VERSION).channel() == Channel.CLI);
    }

    @ParameterizedTest
    @MethodSource("networkPlatforms")
    void theSessionGoesAsItIsWritten(String name) throws IOException {
        String kept = new SessionWithPlatform(PLATFORMS.of(name))
                .play(file(name + ".session").lines().toList());

        assertThat(kept).isEqualTo(file(name + ".config"));
    }

    @ParameterizedTest
    @MethodSource("networkPlatforms")
    void aDumpThatBreaksOffIsNoticedWhereItsEndIsKnown(String name) throws IOException {
        String whole = file(name + ".config");
        String half = whole.substring(0, whole.length() / 2);

        assertThat(PLATFORMS.of(name).incompleteness(half).isPresent()).isNotEqualTo(WITHOUT_END.contains(name));
    }

    @Test
    void thePlatformOfTheDocumentationWorks() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "add-a-platform.md"));
        Files.writeString(folder.resolve("acme_os.yaml"), block(page, "yaml"));

        String kept = new SessionWithPlatform(TestPlatforms.with(folder).of("acme_os"))
                .play(block(page, "text").lines().toList());

        assertThat(kept).isEqualTo("name sw1\nbegin user ada\n password <scrubbed>\nfinish\nend\n");
    }

    private static String block(String page, String language) {
        return page.split("```" + language + "\n", 2)[1].split("```", 2)[0];
    }

    private static String file(String name) throws IOException {
        try (InputStream in = PlatformSessionsTest.class.getResourceAsStream("sessions/" + name)) {
            assertThat(in).as("sessions/%s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
