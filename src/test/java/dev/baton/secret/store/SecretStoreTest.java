package dev.baton.secret.store;

import dev.baton.testing.TestDatabase;

class SecretStoreTest extends SecretStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    SecretStoreTest() {
        super(DATABASE);
    }
}
