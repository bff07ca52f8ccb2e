package dev.baton.lab;

import dev.baton.lab.ssh.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the lab keeps from one start to the next: keys and secrets, drawn at the first start and readable by the owner only. */
final class LabFolder {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 18;

    private final Path folder;

    LabFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot keep its files in " + folder, e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The secret kept under a name. */
    String secret(String name) {
        Path file = path(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                RANDOM.nextBytes(bytes);
                write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot keep " + file, e);
        }
    }

    /** The key pair kept under a name. */
    KeyPair keyPair(String name) {
        Path file = path(name);
        KeyPair pair = Keys.at(file);
        protect(file);
        return pair;
    }

    /** A made-up secret for a configuration, the same at every start. */
    String madeUp(String device, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret("seed").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((device + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 24);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    /** Writes files that a device offers over SFTP, and gives their root. */
    Path files(String device, Map<String, String> contents) {
        Path root = path("files").resolve(device);
        try {
            Files.createDirectories(root);
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                Path file = root.resolve(entry.getKey().substring(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot write the files of " + device, e);
        }
        return root;
    }

    void write(Path file, String content) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            protect(file);
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot write " + file, e);
        }
    }

    private static void protect(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot protect " + file, e);
        }
    }
}
