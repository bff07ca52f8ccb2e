package dev.baton.delegates.firmware.vendor;

/** A column of entPhysicalTable in ENTITY-MIB that an inventory keeps. */
public enum EntityField {
    DESCRIPTION(2, "entPhysicalDescr"),
    CLASS(5, "entPhysicalClass"),
    NAME(7, "entPhysicalName"),
    HARDWARE(8, "entPhysicalHardwareRev"),
    FIRMWARE(9, "entPhysicalFirmwareRev"),
    SOFTWARE(10, "entPhysicalSoftwareRev"),
    SERIAL(11, "entPhysicalSerialNum"),
    MAKER(12, "entPhysicalMfgName"),
    MODEL(13, "entPhysicalModelName"),
    REPLACEABLE(16, "entPhysicalIsFRU");

    private static final String ENTRY = "1.3.6.1.2.1.47.1.1.1.1.";

    private final String column;
    private final String label;

    EntityField(int number, String label) {
        this.column = ENTRY + number;
        this.label = label;
    }

    public String column() {
        return column;
    }

    public String label() {
        return label;
    }
}
