package dev.baton.run;

import java.util.Map;

/**
 * A wish to start a run.
 *
 * @param procedure key of the procedure
 * @param targets a device query, or device names separated by commas; empty when the procedure chooses by itself
 * @param inputs values for the procedure's inputs: strings, numbers, booleans
 * @param reason why, for the record
 * @param emergency whether it passes over the change windows of its devices; needs a reason
 */
public record StartRun(
        String procedure, String targets, Map<String, Object> inputs, Mode mode, String reason, boolean emergency) {

    public StartRun {
        inputs = Map.copyOf(inputs);
    }
}
