package dev.baton.inventory;

import dev.baton.secret.SecretReference;
import dev.baton.secret.SecretReference.Which;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named way to log in; its secrets are references. */
public sealed interface Credential {

    /** The account that may do everything on a host. */
    String ROOT = "root";

    String name();

    /** The password that a network device asks for after {@code enable}; null where the credential has none. */
    default @Nullable SecretReference enable() {
        return null;
    }

    /** Who a network device may ask for after {@code enable}; empty where the credential gives no such rights. */
    default String enableUsername() {
        return "";
    }

    /** The password that sudo may ask for on a host; null where the credential has none. */
    default @Nullable SecretReference sudo() {
        return null;
    }

    /** Whether it logs in as {@code root}, who needs no sudo. */
    default boolean isRoot() {
        return false;
    }

    /** The same way to log in, with the secrets that a device has of its own. */
    default Credential on(String device) {
        return this;
    }

    /** What it signs in with over SSH; null where it does not. */
    default @Nullable SecretReference login() {
        return null;
    }

    /** The same way to log in with another version of its login secret. */
    default Credential version(Which which) {
        return this;
    }

    private static @Nullable SecretReference on(String device, @Nullable SecretReference secret) {
        return secret == null ? null : secret.on(device);
    }

    /** User name and password, offered as password and as keyboard-interactive. */
    record SshPassword(
            String name,
            String username,
            SecretReference password,
            @Nullable SecretReference enable,
            String enableUsername,
            @Nullable SecretReference sudo)
            implements Credential {

        /** Without a password for sudo. */
        public SshPassword(String name, String username, SecretReference password, @Nullable SecretReference enable) {
            this(name, username, password, enable, username, null);
        }

        @Override
        public boolean isRoot() {
            return username.equals(ROOT);
        }

        @Override
        public SshPassword on(String device) {
            return new SshPassword(
                    name,
                    username,
                    password.on(device),
                    Credential.on(device, enable),
                    enableUsername,
                    Credential.on(device, sudo));
        }

        @Override
        public SecretReference login() {
            return password;
        }

        @Override
        public SshPassword version(Which which) {
            return new SshPassword(name, username, password.version(which), enable, enableUsername, sudo);
        }
    }

    /**
     * User name and private key in OpenSSH or PKCS#8 form.
     *
     * @param certificate an OpenSSH certificate for the key, as {@code ssh-keygen -s} writes it; it is read at every login,
     *     so it may be renewed
     */
    record SshKey(
            String name,
            String username,
            SecretReference privateKey,
            @Nullable SecretReference passphrase,
            @Nullable SecretReference certificate,
            @Nullable SecretReference enable,
            String enableUsername,
            @Nullable SecretReference sudo)
            implements Credential {

        /** A key without a certificate. */
        public SshKey(
                String name,
                String username,
                SecretReference privateKey,
                @Nullable SecretReference passphrase,
                @Nullable SecretReference enable) {
            this(name, username, privateKey, passphrase, null, enable);
        }

        /** Without a password for sudo. */
        public SshKey(
                String name,
                String username,
                SecretReference privateKey,
                @Nullable SecretReference passphrase,
                @Nullable SecretReference certificate,
                @Nullable SecretReference enable) {
            this(name, username, privateKey, passphrase, certificate, enable, username, null);
        }

        @Override
        public boolean isRoot() {
            return username.equals(ROOT);
        }

        @Override
        public SshKey on(String device) {
            return new SshKey(
                    name,
                    username,
                    privateKey.on(device),
                    passphrase,
                    certificate,
                    Credential.on(device, enable),
                    enableUsername,
                    Credential.on(device, sudo));
        }

        @Override
        public SecretReference login() {
            return privateKey;
        }

        @Override
        public SshKey version(Which which) {
            return new SshKey(
                    name, username, privateKey.version(which), passphrase, certificate, enable, enableUsername, sudo);
        }
    }

    /**
     * SNMP v1 and v2c, whose community travels in the clear.
     *
     * @param writable whether Baton may change devices with it
     */
    record SnmpCommunity(String name, SecretReference community, boolean writable) implements Credential {}

    /**
     * SNMP v3. Protocols by net-snmp's names: SHA-256, AES-128, ...
     *
     * @param auth null for noAuthNoPriv
     * @param privacy null for authNoPriv; never without auth
     */
    record SnmpUser(
            String name,
            String username,
            @Nullable Protected auth,
            @Nullable Protected privacy) implements Credential {}

    /** A protocol and its pass phrase. */
    record Protected(String protocol, SecretReference secret) {}

    /**
     * User name and password of a file server, which a device that fetches a file is told when it asks.
     *
     * @param hosts the only servers that devices may be told it for
     */
    record FileServer(String name, String username, SecretReference password, List<String> hosts)
            implements Credential {

        public FileServer {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A secret for a header of HTTP requests.
     *
     * @param hosts the only hosts that it is sent to
     */
    record HttpToken(String name, SecretReference token, List<String> hosts) implements Credential {

        public HttpToken {
            hosts = List.copyOf(hosts);
        }
    }
}
