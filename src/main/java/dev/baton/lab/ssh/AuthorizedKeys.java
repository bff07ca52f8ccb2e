package dev.baton.lab.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Who may sign in to a simulated host: a file as OpenSSH has it, which outlives the lab.
 *
 * @param file is made by the first change
 * @param first the only key until then
 */
public record AuthorizedKeys(Path file, PublicKey first) {

    public boolean accepts(PublicKey key) {
        return holds(PublicKeyEntry.toString(key));
    }

    /** @param key as in the file, without options and comment */
    public boolean holds(String key) {
        return lines().contains(key);
    }

    public void add(String key) {
        write(Stream.concat(lines().stream(), Stream.of(key)).distinct().toList());
    }

    public void drop(String key) {
        write(lines().stream().filter(line -> !line.equals(key)).toList());
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of(PublicKeyEntry.toString(first));
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot read " + file, e);
        }
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot write " + file, e);
        }
    }
}
