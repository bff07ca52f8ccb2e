package dev.baton.action;

/** What a procedure may ask of any platform; the native command is the dialect's. */
public enum Operation {
    SHOW_CONFIG,
    SHOW_VERSION,
    SHOW_LOG,
    SAVE_CONFIG,
    RELOAD
}
