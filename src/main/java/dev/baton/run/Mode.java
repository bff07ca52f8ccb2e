package dev.baton.run;

/** Whether a run acts on devices or only rehearses. */
public enum Mode {
    LIVE,
    REHEARSAL
}
