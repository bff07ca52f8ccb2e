package dev.baton.inventory;

/** How a device is reached over SNMP; the credential's type decides between v2c and v3. */
public record SnmpAccess(int port, Credential credential) {}
