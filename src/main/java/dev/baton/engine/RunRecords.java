package dev.baton.engine;

/** Where runs get their references and are written down, in the engine's transaction. */
interface RunRecords {

    String nextReference();

    void begin(Begun run);

    /** A run at the moment of its start. */
    record Begun(
            String reference,
            String processInstance,
            String procedure,
            String mode,
            String requester,
            String reason,
            String query,
            boolean emergency) {}
}
