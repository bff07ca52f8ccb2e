package dev.baton.history;

import java.time.Instant;

/**
 * What was sent to a device in one attempt and what it answered.
 *
 * @param late whether it arrived after the attempt had been given to another node; then it decided nothing
 */
public record Transcript(
        int attempt, String node, boolean late, int bytes, String sha256, Instant recordedAt, byte[] content) {}
