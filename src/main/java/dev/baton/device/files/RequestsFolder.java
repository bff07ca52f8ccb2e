package dev.baton.device.files;

import dev.baton.action.Problem;
import dev.baton.action.SigningFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The folder of {@code baton.device.signing-path}: {@code NAME.csr} waits there, {@code NAME.crt} is the answer. */
@Component
class RequestsFolder implements SigningFolder {

    private static final long LARGEST_ANSWER = 256L * 1024;

    private final FileSettings settings;

    RequestsFolder(FileSettings settings) {
        this.settings = settings;
    }

    @Override
    public void leave(String name, String request) {
        Path file = file(name + ".csr");
        try {
            if (Files.exists(file) && Files.readString(file).equals(request)) {
                return;
            }
            Path fresh = Files.writeString(file.resolveSibling("." + file.getFileName()), request);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " (baton.device.signing-path) cannot be written", e);
        }
    }

    @Override
    public Optional<String> answer(String name) {
        Path file = file(name + ".crt");
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_ANSWER) {
                throw Problem.CHECK_FAILED.because(
                        file + " has " + Files.size(file) + " bytes, at most " + LARGEST_ANSWER + " are taken");
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw Problem.CHECK_FAILED.because(file + " cannot be read as text: " + e.getMessage());
        }
    }

    private Path file(String name) {
        Path folder = settings.signingPath();
        if (folder == null) {
            throw Problem.BAD_INPUT.because(
                    "nobody can sign: this installation names no folder for requests (baton.device.signing-path)");
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw Problem.BAD_INPUT.because("\"" + name + "\" is no name for a file of a request");
        }
        return folder.resolve(name);
    }
}
