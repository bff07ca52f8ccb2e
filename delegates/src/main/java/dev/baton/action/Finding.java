package dev.baton.action;

import org.jspecify.annotations.Nullable;

/**
 * Something a management procedure discovered; there is one open finding per device, kind and part.
 *
 * @param kind kebab-case noun, e.g. {@code backup-failed}
 * @param part the faulty part, e.g. {@code bay 3}; null for the whole device
 */
public record Finding(String device, String kind, @Nullable String part, Severity severity, String message) {}
