package dev.baton.run;

import java.util.Map;

/**
 * A wish to start a run.
 *
 * @param procedure key of the procedure
 * @param targets a device query, or device names separated by commas; empty when the procedure chooses by itself
 * @param inputs values for the procedure's inputs: strings, numbers, booleans
 * @param reason why, for the record
 */
public record StartRun(String procedure, String targets, Map<String, Object> inputs, Mode mode, String reason) {

    public StartRun {
        inputs = Map.copyOf(inputs);
    }
}
