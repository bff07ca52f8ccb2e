package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Real programs that tests talk to: a test says so and is skipped where one is absent, but fails where {@code CI} is set. */
public final class Programs {

    private Programs() {}

    public static void require(String... paths) {
        for (String path : paths) {
            if (Files.isExecutable(Path.of(path))) {
                continue;
            }
            skip(path + " is not installed");
        }
    }

    /** Skips a test that the machine cannot run, or fails where {@code CI} is set. */
    static void skip(String reason) {
        if (System.getenv("CI") != null) {
            Assertions.fail(reason + ", and CI must run every test");
        }
        // The report of a skipped test has it too, but nobody opens that.
        System.err.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }

    /** Runs a program to its end and gives what it printed. */
    public static String run(String... words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("%s printed: %s", List.of(words), output)
                    .isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A TCP port of the loopback address that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
