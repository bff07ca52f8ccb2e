package dev.baton.delegates.logs.drive;

/**
 * A drive as a hardware check knows it.
 *
 * @param place what its finding calls the part; empty when the check does not know the drive
 * @param state {@code failed}, {@code predicted}, {@code ok} or {@code unknown}
 * @param kind of the finding that the check has open for it; empty for none
 */
public record KnownDrive(String place, String state, String kind) {

    static final KnownDrive UNKNOWN = new KnownDrive("", "unknown", "");
}
