package dev.baton.delegates.command;

import dev.baton.action.Effect;

/** What the author of a diagram says about repeating a command; there is no probe, so it cannot be checkable. */
enum CommandEffect {
    READ(Effect.READ),
    CONVERGE(Effect.CONVERGE),
    ONCE(Effect.ONCE);

    private final Effect effect;

    CommandEffect(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }
}
