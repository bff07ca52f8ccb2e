package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that is left alone or a credential that nobody logs in with, on all nodes.
 *
 * @param kind {@code DEVICE} or {@code CREDENTIAL}
 * @param until when one try decides
 * @param failures how many there were when it opened
 * @param seen the last of them in words
 * @param node the one that opened it
 */
public record Breaker(
        String kind,
        String name,
        Instant until,
        int failures,
        String seen,
        @Nullable String node) {}
