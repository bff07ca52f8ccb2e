package dev.baton.procedure.deploy;

import dev.baton.procedure.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The procedures in the outside folder, under names relative to it. */
@Component
final class FolderFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FolderFiles.class);

    private final ProcedureSettings settings;

    FolderFiles(ProcedureSettings settings) {
        this.settings = settings;
    }

    boolean watched() {
        return settings.path() != null;
    }

    /** By name; empty when there is no folder. */
    Map<String, SourceFile> read() {
        Map<String, SourceFile> files = new TreeMap<>();
        Path root = settings.path();
        if (root != null) {
            add(files, root, "processes", 10);
            add(files, root, "forms", 1);
        }
        return files;
    }

    private static void add(Map<String, SourceFile> files, Path root, String folder, int depth) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(start, depth)) {
            for (Iterator<Path> each = paths.iterator(); each.hasNext(); ) {
                Path path = each.next();
                String name = root.relativize(path).toString().replace('\\', '/');
                if (Files.isRegularFile(path) && isOurs(folder, name)) {
                    read(path, name, files);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Cannot read {}: {}", start, e.getMessage());
        }
    }

    private static boolean isOurs(String folder, String name) {
        boolean ending =
                folder.equals("forms") ? name.endsWith(".form") : name.endsWith(".bpmn") || name.endsWith(".dmn");
        return ending && !name.contains("/.");
    }

    /** One byte more than is allowed is enough to know that the file is too large. */
    private static void read(Path path, String name, Map<String, SourceFile> files) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            files.put(name, new SourceFile(name, content.readNBytes(SourceFile.LIMIT + 1)));
        } catch (NoSuchFileException gone) {
            LOG.debug("{} was removed while the folder was read", path);
        }
    }
}
