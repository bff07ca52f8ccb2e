package dev.baton.procedure.check;

import dev.baton.action.Effect;

/**
 * A delegate that a diagram may name.
 *
 * @param bean the name in the diagram
 * @param inputs the record of its inputs
 * @param onDevices whether it acts on devices, else it works inside the engine's transaction
 */
public record KnownDelegate(
        String bean,
        String name,
        String description,
        Effect effect,
        Class<? extends Record> inputs,
        boolean onDevices) {

    /** Whether it can change a device. */
    public boolean changesDevices() {
        return onDevices && effect.changes();
    }
}
