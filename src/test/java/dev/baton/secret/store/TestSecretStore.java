package dev.baton.secret.store;

import dev.baton.testing.TestDatabase;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A store for tests of other packages. */
public final class TestSecretStore {

    private TestSecretStore() {}

    public static SecretStore over(TestDatabase database, Path keyFile) {
        return new SecretStore(JdbcClient.create(database.dataSource()), new Seal(new SecretSettings(keyFile)));
    }
}
