package dev.baton.lab;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** The ports of the lab's devices, the same at every start as long as nobody else takes them. */
final class LabPorts {

    /** Below what systems use for outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private final LabFolder folder;
    private final Path file;
    private final Properties ports = new Properties();

    LabPorts(LabFolder folder) {
        this.folder = folder;
        this.file = folder.path("ports.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                ports.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("the lab cannot read " + file, e);
            }
        }
    }

    /** The first port at which something can be opened: the one of the last start, or any other. */
    synchronized <T> Taken<T> take(String name, IntFunction<Optional<T>> open) {
        int port = Integer.parseInt(ports.getProperty(name, "0"));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<T> opened = port > 0 ? open.apply(port) : Optional.empty();
            if (opened.isPresent()) {
                ports.setProperty(name, String.valueOf(port));
                return new Taken<>(port, opened.get());
            }
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        }
        throw new IllegalStateException("the lab finds no free port for " + name);
    }

    void save() {
        StringWriter text = new StringWriter();
        try {
            ports.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot write " + file, e);
        }
        folder.write(file, text.toString());
    }

    /** What was opened, and where. */
    record Taken<T>(int port, T what) {}
}
