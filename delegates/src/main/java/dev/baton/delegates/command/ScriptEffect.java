package dev.baton.delegates.command;

import dev.baton.action.Effect;

/** What the author of a diagram says about repeating a script; it is written to the device, so it never only reads. */
enum ScriptEffect {
    CONVERGE(Effect.CONVERGE),
    ONCE(Effect.ONCE);

    private final Effect effect;

    ScriptEffect(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }
}
