package dev.baton.secret.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The administrator's file with the keys that secrets are encrypted with; nobody but its owner may have any right to it. */
final class KeyFile {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes a file with a fresh key, unless there is one. */
    void make() throws IOException {
        if (exists()) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "secret", ".tmp", ownerOnly());
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
            // A link, not a move: of two nodes that start together the first one's key stays.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other one's key is as good.
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private boolean hasPermissions() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** @throws IOException when it cannot be read, is open to others, or holds something else than keys */
    Aead keys() throws IOException, GeneralSecurityException {
        requireOwnerOnly();
        List<String> lines =
                Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new IOException(file + " holds no key");
        }
        AeadConfig.register();
        KeysetHandle.Builder keys = KeysetHandle.newBuilder();
        for (int line = 0; line < lines.size(); line++) {
            KeysetHandle.Builder.Entry entry = entry(lines.get(line), line + 1);
            keys.addEntry(line == 0 ? entry.makePrimary() : entry);
        }
        return keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @AccessesPartialKey
    private KeysetHandle.Builder.Entry entry(String line, int number) throws IOException, GeneralSecurityException {
        byte[] key;
        try {
            key = HexFormat.of().parseHex(line.strip());
        } catch (IllegalArgumentException e) {
            // Not the cause: its message has a part of the line.
            throw new IOException(file + ", line " + number + ", is not hexadecimal");
        }
        if (key.length != BYTES) {
            throw new IOException(file + ", line " + number + ", holds " + key.length + " bytes; a key has " + BYTES);
        }
        // What was encrypted begins with the id, which tells the keys of a file apart.
        int id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                .getInt();
        AesGcmKey made = AesGcmKey.builder()
                .setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
        return KeysetHandle.importKey(made);
    }

    private void requireOwnerOnly() throws IOException {
        if (!hasPermissions()) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(OWNER);
        if (!others.isEmpty()) {
            throw new IOException(file + " is open to others or executable (" + others + "); run chmod 600 " + file);
        }
    }
}
