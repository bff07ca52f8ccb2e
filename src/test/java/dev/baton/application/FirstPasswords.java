package dev.baton.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The passwords of the users of the {@link RunningApplication} in this JVM. */
public final class FirstPasswords {

    private FirstPasswords() {}

    /** By name. */
    public static Map<String, String> read() throws IOException {
        Path file = Path.of(System.getProperty("test.folder", "target/data"), "first-passwords.txt");
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }
}
