package dev.baton.procedure.deploy;

import dev.baton.procedure.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
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
    private Map<String, SourceFile> lastRead = Map.of();
    private boolean known;
    private String problem = "";

    FolderFiles(ProcedureSettings settings) {
        this.settings = settings;
    }

    boolean watched() {
        return settings.path() != null;
    }

    /**
     * By name, as all of them were when they could last be read: a folder that is not there for a while has not become an
     * empty one. Empty when no folder is configured.
     */
    synchronized Map<String, SourceFile> read() {
        Path root = settings.path();
        if (root != null) {
            try {
                lastRead = Collections.unmodifiableMap(all(root));
                known = true;
                tell("");
            } catch (IOException e) {
                tell(sentence(root, e));
            } catch (UncheckedIOException e) {
                tell(sentence(root, Objects.requireNonNull(e.getCause())));
            }
        }
        return lastRead;
    }

    /** Whether it is known what the folder holds, or that there is none. */
    synchronized boolean isKnown() {
        return known || !watched();
    }

    /** Why the folder cannot be read, for people; empty when it can. */
    synchronized String problem() {
        return problem;
    }

    private void tell(String text) {
        if (!text.equals(problem)) {
            problem = text;
            if (text.isEmpty()) {
                LOG.info("The folder of procedures can be read again");
            } else {
                LOG.error("{}", text);
            }
        }
    }

    private String sentence(Path root, IOException e) {
        String reason = e instanceof NoSuchFileException gone
                ? gone.getFile() + " is not there"
                : String.valueOf(e.getMessage());
        return "The folder of procedures " + root + " (baton.procedures.path) cannot be read: " + reason + ". "
                + (known
                        ? "What was last read from it stays."
                        : "Nothing is deployed until it can, so that shipped procedures do not take the place of yours.");
    }

    private Map<String, SourceFile> all(Path root) throws IOException {
        Map<String, SourceFile> files = new TreeMap<>();
        add(files, root, "processes", 10);
        boolean hadForms = lastRead.keySet().stream().anyMatch(name -> name.startsWith("forms/"));
        if (hadForms || Files.exists(root.resolve("forms"))) {
            add(files, root, "forms", 1);
        }
        if (files.isEmpty() && !lastRead.isEmpty()) {
            throw new NoSuchFileException("everything that it held");
        }
        return files;
    }

    private static void add(Map<String, SourceFile> files, Path root, String folder, int depth) throws IOException {
        try (Stream<Path> paths = Files.walk(root.resolve(folder), depth)) {
            for (Iterator<Path> each = paths.iterator(); each.hasNext(); ) {
                Path path = each.next();
                String name = root.relativize(path).toString().replace('\\', '/');
                if (isOurs(folder, name) && !Files.isDirectory(path)) {
                    read(path, name, files);
                }
            }
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
        }
    }
}
