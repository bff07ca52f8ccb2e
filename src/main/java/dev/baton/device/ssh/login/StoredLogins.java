package dev.baton.device.ssh.login;

import dev.baton.action.Problem;
import dev.baton.action.login.LoginSecrets;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.SecretReference.Stored;
import dev.baton.secret.store.SecretStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The login secrets of the inventory's devices, each in versions of its own. */
@Component
class StoredLogins implements LoginSecrets {

    private final Inventory inventory;
    private final SecretStore store;

    StoredLogins(Inventory inventory, SecretStore store) {
        this.inventory = inventory;
        this.store = store;
    }

    @Override
    public Login of(String device) {
        Credential credential = credential(device);
        if (credential instanceof Credential.SshKey key) {
            if (key.certificate() != null) {
                throw Problem.UNSUPPORTED.because(device + ": the key of the credential " + key.name()
                        + " has a certificate, which would not fit a new key");
            }
            stored(device, credential);
            return new Login(key.name(), key.username(), Kind.KEY);
        }
        stored(device, credential);
        return new Login(credential.name(), ((Credential.SshPassword) credential).username(), Kind.PASSWORD);
    }

    @Override
    public Versions versions(String device) {
        Stored stored = stored(device);
        var versions = store.versions(stored.name(), device);
        return new Versions(
                versions.current(), Optional.ofNullable(versions.pending()).orElse(0));
    }

    @Override
    public int draw(String device, int length, String run) {
        Stored stored = stored(device);
        try (Secret secret = of(device).kind() == Kind.KEY ? NewSecret.key() : NewSecret.password(length)) {
            return store.keepPending(stored.name(), device, secret, run);
        }
    }

    @Override
    public void promote(String device, int pending) {
        if (!store.promote(stored(device).name(), device, pending)) {
            throw Problem.OUTCOME_UNKNOWN.because(device + ": version " + pending + " of the secret "
                    + stored(device).name() + " was made known to the device and is pending no longer");
        }
    }

    @Override
    public void discard(String device, int pending) {
        store.discard(stored(device).name(), device, pending);
    }

    private Credential credential(String device) {
        SshAccess access = inventory.find(device).map(InventoryDevice::ssh).orElse(null);
        if (access == null) {
            throw Problem.UNSUPPORTED.because(device + ": the inventory gives it no ssh access");
        }
        return access.credential();
    }

    private Stored stored(String device) {
        return stored(device, credential(device));
    }

    private static Stored stored(String device, Credential credential) {
        SecretReference login = credential.login();
        Stored stored = login == null ? null : login.stored();
        if (stored == null) {
            throw Problem.UNSUPPORTED.because(device + ": Baton does not keep the secret of the credential "
                    + credential.name() + "; write \"store:NAME or \" before what the inventory has there");
        }
        return stored;
    }
}
