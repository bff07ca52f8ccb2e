package dev.baton.device.platform;

import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of the hashes that stand for secrets; without it a short secret could be guessed from its hash. An administrator gives it
 * by reference, or it is made at first use.
 */
final class ScrubKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int SHOWN_BYTES = 4;

    private final Secrets secrets;
    private final @Nullable String reference;
    private final Path file;
    private volatile @Nullable SecretKeySpec key;

    /** @param reference where the key of an administrator is; null for the file */
    ScrubKey(Secrets secrets, @Nullable String reference, Path file) {
        this.secrets = secrets;
        this.reference = reference;
        this.file = file;
        if (reference != null) {
            // Whether it is there is found at start, not at night.
            key();
        }
    }

    String hash(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)), 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec current = key;
        if (current == null) {
            try {
                current = new SecretKeySpec(reference == null ? read() : given(reference), ALGORITHM);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException(
                        "secrets cannot be masked: the key file " + file + " (baton.device.scrub-key-file): " + e, e);
            }
            key = current;
        }
        return current;
    }

    private byte[] given(String uri) {
        try (Secret secret = secrets.resolve(new SecretReference(uri))) {
            char[] text = secret.chars();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
            Arrays.fill(text, '\0');
            byte[] key = new byte[bytes.remaining()];
            bytes.get(key);
            if (key.length < BYTES) {
                throw new IllegalStateException("secrets cannot be masked: the key " + uri
                        + " (baton.device.scrub-key) has less than " + BYTES + " characters");
            }
            return key;
        }
    }

    private byte[] read() throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException("it holds less than " + BYTES + " bytes in hexadecimal");
        }
        return bytes;
    }

    private void create() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path fresh = Files.createTempFile(absolute.getParent(), "scrub", ".tmp", ownerOnly());
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n");
            // A link, not a move: of two nodes that start together the first one's key stays.
            Files.createLink(absolute, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other one's key is as good.
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
