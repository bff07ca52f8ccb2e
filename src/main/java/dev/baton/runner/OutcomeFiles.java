package dev.baton.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Outcomes on this node's disk while the database does not take them. */
@Component
class OutcomeFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFiles.class);
    private static final String ENDING = ".json";

    private final Path folder;
    private final ObjectMapper json;

    OutcomeFiles(RunnerSettings settings, ObjectMapper json) {
        this.folder = settings.outcomes();
        this.json = json;
    }

    /** Returns once it is on the disk; an outcome that cannot be kept there still waits for the database. */
    void keep(KeptOutcome outcome) {
        Path file = file(outcome.row());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(outcome));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
            LOG.warn(
                    "The database does not answer: an outcome of {} is kept in {}",
                    outcome.row().device(),
                    file);
        } catch (IOException e) {
            LOG.error("An outcome of {} could not be kept in {}", outcome.row().device(), file, e);
        }
    }

    void forget(ActionRow row) {
        try {
            Files.deleteIfExists(file(row));
        } catch (IOException e) {
            LOG.warn("The outcome in {} is known and should be deleted: {}", file(row), e.toString());
        }
    }

    /** What is left from before; a file that cannot be read stays for a person to look at. */
    List<KeptOutcome> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .flatMap(this::read)
                    .toList();
        } catch (IOException e) {
            LOG.error("The outcomes in {} cannot be read", folder, e);
            return List.of();
        }
    }

    private Stream<KeptOutcome> read(Path file) {
        try {
            return Stream.of(json.readValue(Files.readAllBytes(file), KeptOutcome.class));
        } catch (IOException e) {
            LOG.error("The outcome in {} cannot be read", file, e);
            return Stream.empty();
        }
    }

    private Path file(ActionRow row) {
        return folder.resolve(row.id() + "-" + row.attempt() + ENDING);
    }
}
