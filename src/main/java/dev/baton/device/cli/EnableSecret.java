package dev.baton.device.cli;

import dev.baton.action.ActionProblem;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The password for all rights on a device, as its credential gives it; it is resolved when the device asks for it.
 *
 * @param credential the name of the credential
 * @param username who has that password, for devices that ask
 * @param reference null when the credential has none
 */
public record EnableSecret(
        String credential, String username, @Nullable SecretReference reference, Secrets secrets) {

    /** @throws ActionProblem {@code AUTH_FAILED} naming device and reference when there is nothing behind it */
    Secret resolve(String device, SecretReference wanted) {
        try {
            return secrets.resolve(wanted);
        } catch (ActionProblem e) {
            throw e.problem().because(device + ": \"enable\" asks for a password: " + e.reason());
        }
    }
}
