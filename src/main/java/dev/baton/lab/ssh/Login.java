package dev.baton.lab.ssh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;

/** Who may sign in to a device, and with what. */
public sealed interface Login {

    String user();

    boolean accepts(String user, String password);

    boolean accepts(String user, PublicKey key);

    /** By password only. */
    record ByPassword(String user, String password) implements Login {

        @Override
        public boolean accepts(String name, String given) {
            return name.equals(user)
                    && MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean accepts(String name, PublicKey given) {
            return false;
        }
    }

    /** By public key only. */
    record ByKey(String user, AuthorizedKeys keys) implements Login {

        @Override
        public boolean accepts(String name, String given) {
            return false;
        }

        @Override
        public boolean accepts(String name, PublicKey given) {
            return name.equals(user) && keys.accepts(given);
        }
    }
}
