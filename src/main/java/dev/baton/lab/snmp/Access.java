package dev.baton.lab.snmp;

/** Who may ask an agent. */
public sealed interface Access {

    /** SNMP v2c. */
    record Community(String name) implements Access {}

    /** SNMP v3 with SHA-256 and AES-128. */
    record User(String name, String authentication, String privacy) implements Access {}
}
