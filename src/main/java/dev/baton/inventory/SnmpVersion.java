package dev.baton.inventory;

/** The versions of SNMP; only the third can protect what it carries. */
public enum SnmpVersion {
    V1("1"),
    V2C("2c"),
    V3("3");

    private final String text;

    SnmpVersion(String text) {
        this.text = text;
    }

    /** As an inventory writes it. */
    public String text() {
        return text;
    }
}
