package dev.baton.action;

/** The types of values that SNMP can set, with net-snmp's letters. */
public enum SnmpType {
    INTEGER("i"),
    UNSIGNED("u"),
    TIME_TICKS("t"),
    STRING("s"),
    HEX("x"),
    OID("o"),
    ADDRESS("a");

    private final String letter;

    SnmpType(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}
