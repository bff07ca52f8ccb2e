package dev.baton.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Hashes the passwords of local users with bcrypt. */
final class BcryptPasswords implements PasswordEncryptor {

    private static final int STRENGTH = 10;

    @Override
    public String encrypt(String password) {
        return BCrypt.hashpw(digest(password), BCrypt.gensalt(STRENGTH));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return BCrypt.checkpw(digest(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }

    /** The engine appends a salt of its own, and bcrypt reads 72 bytes at most: the 64 characters of a digest keep all of both. */
    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("The Java runtime has no SHA-384", missing);
        }
    }
}
