package dev.baton.procedure.check;

/** One thing that a procedure must keep. */
public interface Rule {

    /** Short and stable: people look it up. */
    String name();

    Force force();

    /** Reports what breaks it; it looks at the procedure and at nothing else that can change. */
    void check(Subject subject, Report report);
}
