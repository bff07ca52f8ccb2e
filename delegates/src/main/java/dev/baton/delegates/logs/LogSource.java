package dev.baton.delegates.logs;

/** Where the lines of a host come from. */
enum LogSource {
    /** The journal where there is one, otherwise the files. */
    AUTO,
    JOURNAL,
    FILES
}
