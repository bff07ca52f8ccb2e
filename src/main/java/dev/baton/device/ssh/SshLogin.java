package dev.baton.device.ssh;

import dev.baton.action.Problem;
import dev.baton.device.cli.EnableSecret;
import dev.baton.inventory.Credential;
import dev.baton.secret.Secret;
import dev.baton.secret.Secrets;
import java.io.CharArrayReader;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;

/** Logs in with a credential of the inventory. */
final class SshLogin {

    private final Config config;
    private final Secrets secrets;

    SshLogin(Config config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /**
     * @param suffix goes after the user name
     * @throws LoginRefusedException when the device answers no; any other when the answer is lost
     */
    void logIn(SSHClient client, Credential credential, String suffix) throws IOException {
        if (credential instanceof Credential.SshPassword password) {
            try (Secret secret = secrets.resolve(password.password())) {
                withPassword(client, password.username() + suffix, new Known(secret));
            } catch (UserAuthException e) {
                throw refused(client, credential, e);
            }
        } else if (credential instanceof Credential.SshKey key) {
            withKey(client, key, suffix);
        } else {
            throw Problem.AUTH_FAILED.because(
                    "the credential " + credential.name() + " is for SNMP; SSH needs a password or a key");
        }
    }

    private void withKey(SSHClient client, Credential.SshKey key, String suffix) throws IOException {
        try (Secret text = secrets.resolve(key.privateKey());
                Secret passphrase = key.passphrase() == null ? null : secrets.resolve(key.passphrase())) {
            client.auth(key.username() + suffix, new AuthPublickey(certified(key, provider(key, text, passphrase))));
        } catch (UserAuthException e) {
            throw refused(client, key, e);
        }
    }

    private static IOException refused(SSHClient client, Credential credential, UserAuthException e) {
        boolean said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("authentication fail");
        return said || client.getTransport().isRunning()
                ? new LoginRefusedException(
                        "the credential " + credential.name() + "; it allows "
                                + String.join(", ", client.getUserAuth().getAllowedMethods()),
                        e)
                : e;
    }

    EnableSecret enableSecret(Credential credential) {
        return new EnableSecret(credential.name(), credential.enableUsername(), credential.enable(), secrets);
    }

    SudoCommand sudo(ExecCommand exec, String device, Credential credential) {
        return new SudoCommand(exec, device, credential, secrets);
    }

    /** What a device is told of a login secret: the password itself, or the public key. The caller wipes it. */
    char[] told(Credential credential) {
        if (credential instanceof Credential.SshPassword password) {
            try (Secret secret = secrets.resolve(password.password())) {
                return oneLine(credential, secret.chars());
            }
        }
        Credential.SshKey key = (Credential.SshKey) credential;
        try (Secret text = secrets.resolve(key.privateKey());
                Secret passphrase = key.passphrase() == null ? null : secrets.resolve(key.passphrase())) {
            PublicKey shown = provider(key, text, passphrase).getPublic();
            byte[] blob = new Buffer.PlainBuffer().putPublicKey(shown).getCompactData();
            return (KeyType.fromKey(shown) + " " + Base64.getEncoder().encodeToString(blob)).toCharArray();
        } catch (IOException e) {
            throw Problem.AUTH_FAILED.because(
                    "the public key of the credential " + key.name() + " cannot be told: " + e.getMessage());
        }
    }

    private static char[] oneLine(Credential credential, char[] secret) {
        for (char c : secret) {
            if (Character.isISOControl(c)) {
                Arrays.fill(secret, '\0');
                throw Problem.BAD_INPUT.because(
                        "the password of the credential " + credential.name() + " has a control character");
            }
        }
        return secret;
    }

    private static void withPassword(SSHClient client, String user, PasswordFinder password) throws IOException {
        try {
            client.auth(user, new AuthPassword(password));
        } catch (UserAuthException e) {
            var allowed = client.getUserAuth().getAllowedMethods();
            // Only where plain passwords are off: trying both would count as two wrong passwords and lock accounts.
            if (allowed.contains("password") || !allowed.contains("keyboard-interactive")) {
                throw e;
            }
            client.auth(user, new AuthKeyboardInteractive(new PasswordResponseProvider(password)));
        }
    }

    private KeyProvider provider(Credential.SshKey key, Secret text, @Nullable Secret passphrase) {
        char[] chars = text.chars();
        try {
            String format = KeyProviderUtil.detectKeyFileFormat(new CharArrayReader(chars), false)
                    .toString();
            FileKeyProvider provider = Factory.Named.Util.create(config.getFileKeyProviderFactories(), format);
            if (provider == null) {
                throw new IOException("it is in no known form");
            }
            provider.init(new CharArrayReader(chars), passphrase == null ? null : new Known(passphrase));
            provider.getPrivate();
            return provider;
        } catch (IOException | RuntimeException e) {
            throw Problem.AUTH_FAILED.because("the private key of the credential " + key.name() + " cannot be read"
                    + (passphrase == null ? " (it has no passphrase): " : ": ") + e.getMessage());
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private KeyProvider certified(Credential.SshKey key, KeyProvider provider) {
        if (key.certificate() == null) {
            return provider;
        }
        try (Secret certificate = secrets.resolve(key.certificate())) {
            return CertifiedKey.of(provider, String.valueOf(certificate.chars()));
        } catch (IOException e) {
            throw Problem.AUTH_FAILED.because(
                    "the certificate of the credential " + key.name() + " cannot be used: " + e.getMessage());
        }
    }

    /** A password that is asked for once; the library wipes each copy. */
    private record Known(Secret secret) implements PasswordFinder {

        @Override
        public char[] reqPassword(Resource<?> resource) {
            return secret.chars();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
