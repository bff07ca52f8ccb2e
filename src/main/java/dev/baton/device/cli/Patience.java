package dev.baton.device.cli;

import java.time.Duration;

/**
 * How long an interactive CLI may say nothing, whatever a command as a whole may take.
 *
 * @param firstByte between a typed line and the first of its echo
 * @param idle in the middle of an answer
 */
public record Patience(Duration firstByte, Duration idle) {}
