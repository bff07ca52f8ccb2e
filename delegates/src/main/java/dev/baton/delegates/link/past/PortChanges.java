package dev.baton.delegates.link.past;

/**
 * What was changed around the time when a port lost its link.
 *
 * @param word {@code port} when a run of Baton named it, {@code config} when its configuration changed, {@code device} when
 *     a run changed something else, {@code none}, or {@code unknown} when nobody knows when the link was lost
 * @param runs for people: the runs of Baton
 * @param config for people: the last change of the configuration
 */
public record PortChanges(String word, String runs, String config) {}
