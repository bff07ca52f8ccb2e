package dev.baton.action;

import org.jspecify.annotations.Nullable;

/**
 * Something a management procedure discovered; there is one open finding per device, kind and part.
 *
 * @param kind kebab-case noun, e.g. {@code backup-failed}
 * @param part the faulty part, e.g. {@code bay 3}; null for the whole device
 * @param evidence what was seen, as the device told it, at most 4,000 characters; null when the message says it all
 */
public record Finding(
        String device,
        String kind,
        @Nullable String part,
        Severity severity,
        String message,
        @Nullable String evidence) {

    public Finding(String device, String kind, @Nullable String part, Severity severity, String message) {
        this(device, kind, part, severity, message, null);
    }

    /** The same finding with what was seen. */
    public Finding seen(String asTold) {
        return new Finding(device, kind, part, severity, message, asTold);
    }
}
