package dev.baton.runner.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers outside of the database how far this node has seen it come. */
@Component
class SeenFile {

    private static final Logger LOG = LoggerFactory.getLogger(SeenFile.class);

    private final Path file;

    SeenFile(NodeSettings settings) {
        this.file = settings.seenFile();
    }

    /** Empty when this node has seen none yet, or cannot tell. */
    Optional<Progress> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties seen = new Properties();
            seen.load(reader);
            return Optional.of(Progress.remembered(
                    seen.getProperty("installation", ""),
                    Long.parseLong(seen.getProperty("epoch", "")),
                    Long.parseLong(seen.getProperty("beats", ""))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} does not tell how far the database had come: {}", file, e.toString());
            return Optional.empty();
        }
    }

    void write(Progress progress) {
        Properties seen = new Properties();
        seen.setProperty("installation", progress.installation());
        seen.setProperty("epoch", String.valueOf(progress.epoch()));
        seen.setProperty("beats", String.valueOf(progress.beats()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(part)) {
                seen.store(
                        writer,
                        "How far this node has seen the database come; it notices by this that an old copy was restored.");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} was not written, so a restored database may not be noticed: {}", file, e.toString());
        }
    }
}
