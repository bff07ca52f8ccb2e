package dev.baton.delegates.ports;

import java.util.Locale;

/** What a port is there for, as far as its description and its past tell. */
enum Wanted {
    /** The description or name says that it must be up. */
    UP,
    /** It has a description. */
    USED,
    /** It has none, but it was in use lately. */
    LEARNED,
    /** Nobody asks for a link. */
    NONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
