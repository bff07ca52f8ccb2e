package dev.baton.inventory;

/** How a device is reached over SSH. */
public record SshAccess(int port, Credential credential, HostTrust hostTrust) {}
