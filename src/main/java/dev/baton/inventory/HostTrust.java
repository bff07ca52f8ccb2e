package dev.baton.inventory;

import java.nio.file.Path;

/** What proves that a device is the one it claims to be. */
public sealed interface HostTrust {

    /** The SHA-256 fingerprint of its key, in OpenSSH's form {@code SHA256:...}. */
    record Pin(String fingerprint) implements HostTrust {}

    /** An OpenSSH known_hosts file. */
    record KnownHosts(Path file) implements HostTrust {}

    /** The public keys of the authorities that sign host certificates, one OpenSSH line each. */
    record Authority(Path file) implements HostTrust {}
}
