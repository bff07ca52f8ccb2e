package dev.baton.secret.store;

import com.google.crypto.tink.Aead;
import dev.baton.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts secrets, each bound to its place in the table: a row that was put elsewhere does not open. */
@Component
class Seal {

    private final SecretSettings settings;
    private volatile @Nullable Aead keys;

    Seal(SecretSettings settings) {
        this.settings = settings;
    }

    byte[] close(Place place, Secret secret) {
        char[] chars = secret.chars();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] plain = Arrays.copyOf(encoded.array(), encoded.limit());
        try {
            if (keys == null) {
                new KeyFile(settings.keyFile()).make();
            }
            return keys().encrypt(plain, place.bytes());
        } catch (IOException | GeneralSecurityException e) {
            throw new UnsealableException(place + " cannot be encrypted: " + e.getMessage());
        } finally {
            Arrays.fill(chars, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    Secret open(Place place, byte[] bytes) {
        byte[] plain = {};
        char[] chars = {};
        try {
            plain = keys().decrypt(bytes, place.bytes());
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(plain));
            chars = decoded.array();
            char[] value = Arrays.copyOf(chars, decoded.limit());
            Secret secret = new Secret(value);
            Arrays.fill(value, '\0');
            return secret;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnsealableException(place + " cannot be decrypted with " + settings.keyFile()
                    + " (baton.secret.key-file): " + e.getMessage());
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(chars, '\0');
        }
    }

    private Aead keys() throws IOException, GeneralSecurityException {
        Aead known = keys;
        if (known == null) {
            known = new KeyFile(settings.keyFile()).keys();
            keys = known;
        }
        return known;
    }

    /** @param device empty for all devices */
    record Place(String name, String device, int version) {

        private byte[] bytes() {
            return ("baton-secret\n" + name + "\n" + device + "\n" + version).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "version " + version + " of the secret " + name + " for " + device;
        }
    }
}
