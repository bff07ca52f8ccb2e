package dev.baton.device.files;

import dev.baton.action.Content;
import dev.baton.action.FetchedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The folder of {@code baton.device.downloads-path}: {@code RUN/DEVICE/the path on the device}. */
@Component
class DownloadsFolder implements FetchedFiles {

    private static final int LONGEST_NAME = 200;
    private static final int BEGIN_OF_LONG_NAME = 100;

    private final FileSettings settings;

    DownloadsFolder(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public String keep(String run, String device, String path, Content content) {
        String place = Stream.concat(Stream.of(run, device), Stream.of(path.split("/")))
                .filter(name -> !name.isEmpty())
                .map(DownloadsFolder::safe)
                .collect(Collectors.joining("/"));
        Path file = settings.downloadsPath().resolve(place).toAbsolutePath();
        try {
            write(Files.createDirectories(file.resolveSibling("")), file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " (baton.device.downloads-path) cannot be kept", e);
        }
        return place;
    }

    /** Whole or not at all; temporary files are readable by their owner only, and the move keeps that. */
    private static void write(Path folder, Path file, Content content) throws IOException {
        Path fresh = Files.createTempFile(folder, ".fetched", null);
        try {
            Files.write(fresh, content.part(0, content.size()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A name that cannot lead elsewhere; different names stay different. */
    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = character < 128 && (Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0);
            safe.append(plain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        if (safe.charAt(0) == '.') {
            safe.replace(0, 1, "%2E");
        }
        return safe.length() <= LONGEST_NAME
                ? safe.toString()
                : safe.substring(0, BEGIN_OF_LONG_NAME) + "%" + Content.of(name).sha256();
    }
}
