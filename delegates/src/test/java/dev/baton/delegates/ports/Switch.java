package dev.baton.delegates.ports;

import dev.baton.testing.RecordedAgent;

/** A recorded switch whose ports a test writes one by one. */
final class Switch {

    static final String IF = "1.3.6.1.2.1.2.2.1.";
    static final String IFX = "1.3.6.1.2.1.31.1.1.1.";
    static final String DOT3 = "1.3.6.1.2.1.10.7.2.1.";

    private Switch() {}

    /** Up for a hundred days. */
    static RecordedAgent agent() {
        return up(864_000_000);
    }

    static RecordedAgent up(long ticks) {
        return new RecordedAgent().with("1.3.6.1.2.1.1.3.0 t " + ticks);
    }

    /** A port with a connector, in full duplex at its 1000 Mb/s. */
    static String port(int index, String name, String alias, int admin, int oper) {
        return String.join(
                "\n",
                IF + "2." + index + " s " + name,
                IF + "3." + index + " i 6",
                IF + "5." + index + " g 1000000000",
                IF + "7." + index + " i " + admin,
                IF + "8." + index + " i " + oper,
                IF + "9." + index + " t 4200",
                IFX + "1." + index + " s " + name,
                IFX + "15." + index + " g 1000",
                IFX + "17." + index + " i 1",
                IFX + "18." + index + " s " + alias,
                DOT3 + "19." + index + " i 3");
    }

    /** Counters with 64 bits for packets. */
    static String counts(int index, long packets, long errors, long discards) {
        return String.join(
                "\n",
                IFX + "7." + index + " C " + packets,
                IFX + "11." + index + " C " + packets,
                IF + "13." + index + " c " + discards,
                IF + "14." + index + " c " + errors,
                IF + "19." + index + " c 0",
                IF + "20." + index + " c 0");
    }
}
