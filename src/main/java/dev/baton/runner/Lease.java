package dev.baton.runner;

/**
 * The right to write to a device for a while.
 *
 * @param token grows with every holder; the journal refuses to send under an old one
 */
record Lease(String resource, String holder, long token) {}
