package dev.baton.run;

/** Starts runs and acts on them, always on behalf of the person who is signed in. */
public interface Runs {

    /**
     * Starts a run and returns at once.
     *
     * @return its reference and process instance
     * @throws BadRunException naming the field when the procedure, the targets or an input is wrong
     */
    Started start(StartRun wish);

    /** Cancels a run: devices not yet started are left alone, those under way are aborted. */
    void cancel(String reference, String reason);

    /** Lets a step that ended in an incident try again. */
    void retry(String reference, String activity, String reason);

    /** Decides an action whose outcome nobody knows. */
    void decide(String reference, String action, Decision decision, String reason);

    /** What a person may say of an action in state UNKNOWN. */
    enum Decision {
        /** It took effect. */
        SUCCEEDED,
        /** It did not take effect. */
        NOT_APPLIED,
        /** Leave it. */
        ABANDONED
    }

    /** A run that has begun. */
    record Started(String reference, String id) {}
}
