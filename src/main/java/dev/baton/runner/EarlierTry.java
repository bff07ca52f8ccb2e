package dev.baton.runner;

import org.jspecify.annotations.Nullable;

/**
 * The latest try of the same activity on the same device whose outcome was unknown.
 *
 * @param decidedBy the person who said that it took effect; null while nobody has decided
 */
record EarlierTry(String action, @Nullable String decidedBy) {

    boolean decidedAsDone() {
        return decidedBy != null;
    }
}
