package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.Application;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Baton in a JVM and a folder of its own, started with the settings that it ships with. */
public final class FreshBaton implements AutoCloseable {

    private static final Pattern CONSOLE = Pattern.compile("Console +(http://localhost:\\d+)/");

    private final Path folder;
    private final Path log;
    private final Process process;

    /** Starts on the embedded default. */
    public FreshBaton(Path folder, Path log) throws IOException {
        this(folder, log, Map.of());
    }

    /** @param environment what an administrator would set for it */
    public FreshBaton(Path folder, Path log, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.log = log;
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        Application.class.getName(),
                        "--server.port=0",
                        "--management.server.port=0")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Waits until it says where to go, and gives that. */
    public String address() {
        return await().atMost(Duration.ofMinutes(4)).until(this::announced, announced -> !announced.isEmpty());
    }

    /** The generated passwords by user, read where the start says they are kept. */
    public Map<String, String> passwords() throws IOException {
        return Files.readAllLines(folder.resolve("data/first-passwords.txt")).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private String announced() {
        assertThat(process.isAlive()).as("Baton runs; its log is %s", log).isTrue();
        try {
            Matcher console = CONSOLE.matcher(Files.readString(log));
            return console.find() ? console.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path without the tests, whose parts are not Baton's. */
    private static String classPath() {
        Path tests = Path.of(FreshBaton.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
