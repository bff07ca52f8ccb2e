package dev.baton.device.ssh.login;

import dev.baton.action.login.LoginSecrets;
import dev.baton.inventory.Inventory;
import dev.baton.secret.store.SecretStore;

/** Login secrets for tests of other packages. */
public final class TestLogins {

    private TestLogins() {}

    public static LoginSecrets over(Inventory inventory, SecretStore store) {
        return new StoredLogins(inventory, store);
    }
}
