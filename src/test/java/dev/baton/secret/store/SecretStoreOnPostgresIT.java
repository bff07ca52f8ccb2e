package dev.baton.secret.store;

import dev.baton.testing.TestDatabase;

class SecretStoreOnPostgresIT extends SecretStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.postgres();

    SecretStoreOnPostgresIT() {
        super(DATABASE);
    }
}
