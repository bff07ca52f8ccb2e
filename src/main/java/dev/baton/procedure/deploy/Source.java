package dev.baton.procedure.deploy;

import java.util.Locale;

/** Where a version came from. */
enum Source {
    /** The application or the outside folder: both hold the same files, and moving from one to the other changes nothing. */
    FILES,
    /** A person who was signed in. */
    PERSON;

    String text() {
        return "baton-" + name().toLowerCase(Locale.ROOT);
    }
}
