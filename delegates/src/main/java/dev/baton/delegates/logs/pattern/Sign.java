package dev.baton.delegates.logs.pattern;

import java.util.Locale;

/** What a line says of a drive. */
public enum Sign {
    /** Who watches the drive calls it failed, or expects it to fail. */
    VERDICT,
    /** Data could not be read back, or the drive reports a fault of its hardware. */
    MEDIUM_ERROR,
    /** Sectors wait for being given up. */
    PENDING_SECTORS,
    /** A request failed, for whatever reason. */
    IO_ERROR,
    /** The drive did not answer in time. */
    TIMEOUT,
    /** The drive went away, though nobody took it. */
    LOSS,
    /** A file system or an array suffers. */
    DAMAGE,
    /** A command failed and was tried again. */
    COMMAND_ERROR,
    /** The way to the drive is bad: cable, backplane, expander. */
    LINK_ERROR;

    /** The fact that counts it in the decision, e.g. {@code mediumErrors}. */
    public String fact() {
        return switch (this) {
            case VERDICT -> "verdicts";
            case MEDIUM_ERROR -> "mediumErrors";
            case PENDING_SECTORS -> "pendingSectors";
            case IO_ERROR -> "ioErrors";
            case TIMEOUT -> "timeouts";
            case LOSS -> "losses";
            case DAMAGE -> "damages";
            case COMMAND_ERROR -> "commandErrors";
            case LINK_ERROR -> "linkErrors";
        };
    }

    /** For people, e.g. {@code medium error}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
