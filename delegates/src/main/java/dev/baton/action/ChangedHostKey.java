package dev.baton.action;

import java.time.Instant;

/**
 * A host key that a device showed instead of the trusted one.
 *
 * @param expected the fingerprints that are trusted
 * @param offered the fingerprint that was seen
 * @param source what said so: {@code host-key}, {@code known-hosts}, {@code ca} or {@code approval}
 * @param metBy the reference of the run that met it
 */
public record ChangedHostKey(
        String id,
        String device,
        String expected,
        String offered,
        String keyType,
        String source,
        String metBy,
        Instant metAt) {}
