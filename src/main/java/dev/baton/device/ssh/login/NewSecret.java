package dev.baton.device.ssh.login;

import dev.baton.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;

/** Draws passwords and private keys. */
final class NewSecret {

    /** Of each at least one; without what some devices take for something else: spaces, quotes, and {@code ? \\ $ ! :}. */
    private static final List<String> CLASSES =
            List.of("abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "-_.+=@%");

    private static final String ALL = String.join("", CLASSES);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] HEAD = "-----BEGIN OPENSSH PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n-----END OPENSSH PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII);

    private NewSecret() {}

    static Secret password(int length) {
        char[] password = new char[length];
        try {
            do {
                for (int i = 0; i < length; i++) {
                    password[i] = ALL.charAt(RANDOM.nextInt(ALL.length()));
                }
            } while (!hasAll(password));
            return new Secret(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static boolean hasAll(char[] password) {
        boolean hasAll = true;
        for (String wanted : CLASSES) {
            boolean has = false;
            for (char c : password) {
                has |= wanted.indexOf(c) >= 0;
            }
            hasAll &= has;
        }
        return hasAll;
    }

    /** An Ed25519 key in OpenSSH's form, without a passphrase. */
    static Secret key() {
        byte[] key = {};
        byte[] lines = {};
        char[] text = {};
        try {
            key = OpenSSHPrivateKeyUtil.encodePrivateKey(new Ed25519PrivateKeyParameters(RANDOM));
            lines = Base64.getMimeEncoder(70, new byte[] {'\n'}).encode(key);
            text = new char[HEAD.length + lines.length + END.length];
            ByteBuffer all =
                    ByteBuffer.allocate(text.length).put(HEAD).put(lines).put(END);
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) all.get(i);
            }
            Arrays.fill(all.array(), (byte) 0);
            return new Secret(text);
        } catch (IOException e) {
            throw new IllegalStateException("an Ed25519 key cannot be written", e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(lines, (byte) 0);
            Arrays.fill(text, '\0');
        }
    }
}
