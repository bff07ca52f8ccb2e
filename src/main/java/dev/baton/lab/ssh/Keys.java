package dev.baton.lab.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Key pairs in files of OpenSSH's form. */
public final class Keys {

    private static final int CURVE = 256;

    private Keys() {}

    /** The key pair in the file, which is drawn when there is none. */
    public static KeyPair at(Path file) {
        try {
            return Files.exists(file) ? read(file) : draw(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + file + " cannot be used", e);
        }
    }

    /** As {@code ssh-keygen -l} shows it: {@code SHA256:...}. */
    public static String fingerprint(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    private static KeyPair draw(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", CURVE);
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "lab", null, out);
        }
        return pair;
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return SecurityUtils.loadKeyPairIdentities(null, file::toString, in, null)
                    .iterator()
                    .next();
        }
    }
}
