package dev.baton.engine.expression;

import org.jspecify.annotations.Nullable;

/** The beans that a diagram may name. */
public interface Delegates {

    /** Acts on devices and is queued for the runner. */
    boolean isDeviceDelegate(String name);

    /** Works in the engine's transaction. */
    boolean isStepDelegate(String name);

    /** The bean of that name when it is one of the two kinds, else null. */
    @Nullable
    Object find(String name);
}
