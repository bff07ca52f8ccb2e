package dev.baton.delegates.hardware.part;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a part of a device is. */
public enum Component {
    DRIVE("drive"),
    ARRAY("array"),
    CONTROLLER("controller"),
    BATTERY("battery"),
    FAN("fan"),
    POWER_SUPPLY("power-supply"),
    TEMPERATURE("temperature"),
    ENCLOSURE("enclosure"),
    MODULE("module"),
    /** The device or one of its subsystems as a whole, where the device does not tell the part. */
    SYSTEM("hardware");

    public static final String TEMPERATURE_HIGH = "temperature-high";
    public static final String STATE_UNKNOWN = "hardware-state-unknown";

    private final String word;

    Component(String word) {
        this.word = word;
    }

    /** The component of this kebab-case word. */
    public static Component of(String word) {
        return valueOf(word.replace("hardware", "system").replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Its word in kinds of findings and in decisions, e.g. {@code power-supply}. */
    public String word() {
        return word;
    }

    /** Its word for people. */
    public String label() {
        return word.replace('-', ' ');
    }

    /** The kind of finding that a part in this state is; only for faulty states. */
    public String kind(State state) {
        return switch (state) {
            case UNKNOWN -> STATE_UNKNOWN;
            case HOT, OVERHEATED -> TEMPERATURE_HIGH;
            default -> word + "-" + state.suffix();
        };
    }

    /** Every kind of finding that such parts may come to. */
    public Set<String> kinds() {
        return EnumSet.allOf(State.class).stream()
                .filter(State::isFault)
                .map(this::kind)
                .collect(Collectors.toSet());
    }

    /** Whether it is missed when it is not told any more; sensors come and go with the modules they sit on. */
    public boolean isMissed() {
        return this != TEMPERATURE && this != SYSTEM;
    }
}
