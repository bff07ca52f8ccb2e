package dev.baton.device.snmp.mib;

import dev.baton.action.Mib;

/** The names that Baton ships with, for tests of other packages. */
public final class TestMib {

    private TestMib() {}

    public static Mib builtIn() {
        return new MibCatalogue(new MibSettings(null));
    }
}
