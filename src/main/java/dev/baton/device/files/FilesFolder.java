package dev.baton.device.files;

import dev.baton.action.Content;
import dev.baton.action.Problem;
import dev.baton.action.SourceFiles;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The folder of {@code baton.device.files-path}; a thousand devices that get one file share its bytes. */
@Component
class FilesFolder implements SourceFiles {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final FileSettings settings;
    private final Map<String, SoftReference<Content>> known = new ConcurrentHashMap<>();

    FilesFolder(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public Content read(String path, String sha256) {
        String wanted = sha256.strip().toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(wanted).matches()) {
            throw Problem.BAD_INPUT.because(
                    "the SHA-256 of " + shown(path) + " takes 64 hexadecimal digits, not \"" + shown(sha256) + "\"");
        }
        Path file = file(path);
        String key = wanted + " " + path;
        SoftReference<Content> reference = known.get(key);
        Content content = reference == null ? null : reference.get();
        if (content == null) {
            content = content(path, file);
            if (!content.sha256().equals(wanted)) {
                throw Problem.BAD_INPUT.because(
                        "the file " + shown(path) + ": wanted the SHA-256 " + wanted + ", it has " + content.sha256());
            }
            known.put(key, new SoftReference<>(content));
        }
        return content;
    }

    private Path file(String path) {
        Path folder = settings.filesPath();
        if (folder == null) {
            throw Problem.BAD_INPUT.because(
                    "no file can be sent: this installation names no folder for them (baton.device.files-path)");
        }
        try {
            Path relative = Path.of(path);
            if (CONTROL.matcher(path).find() || path.isBlank() || relative.isAbsolute()) {
                throw outside(path);
            }
            Path root = folder.toRealPath();
            if (!root.resolve(relative).normalize().startsWith(root)) {
                throw outside(path);
            }
            Path file = root.resolve(relative).toRealPath();
            if (!file.startsWith(root)) {
                throw outside(path);
            }
            return file;
        } catch (InvalidPathException e) {
            throw outside(path);
        } catch (IOException e) {
            throw Problem.BAD_INPUT.because("there is no file " + shown(path) + " in " + folder);
        }
    }

    private Content content(String path, Path file) {
        try {
            long limit = settings.fileSizeLimit().toBytes();
            if (!Files.isRegularFile(file)) {
                throw Problem.BAD_INPUT.because(shown(path) + " is no plain file");
            }
            if (Files.size(file) > limit) {
                throw Problem.BAD_INPUT.because("the file " + shown(path) + " has " + Files.size(file)
                        + " bytes, at most " + limit + " are allowed (baton.device.file-size-limit)");
            }
            return Content.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Problem.BAD_INPUT.because("the file " + shown(path) + " cannot be read: " + e.getMessage());
        }
    }

    private static RuntimeException outside(String path) {
        return Problem.BAD_INPUT.because(
                "a file to send is named by a path below the folder for files, not \"" + shown(path) + "\"");
    }

    private static String shown(String text) {
        return CONTROL.matcher(text).replaceAll("\u2423");
    }
}
