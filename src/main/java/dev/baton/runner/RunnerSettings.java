package dev.baton.runner;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the runner works.
 *
 * @param steps how many steps a node works on at once
 * @param lock how long a step belongs to a node that does not say a word; renewed every sixth of the shorter of lock and lease
 * @param lease how long a device belongs to an action whose node does not say a word
 * @param leaseWait how long an action waits for a device that another run holds
 * @param attempts how often an action is tried when its error and its effect class allow it
 * @param backOff the shortest pause before another attempt; it grows by chance, up to five minutes
 * @param drain how long a node that is stopped lets the actions under way come to their end
 * @param poll how often the runner looks for steps that other nodes queued
 * @param windowCheck how often a step whose devices wait for their change windows looks whether one has opened
 * @param outcomes where answers of devices are kept while the database does not take them
 */
@ConfigurationProperties("baton.runner")
record RunnerSettings(
        @DefaultValue("16") int steps,
        @DefaultValue("30s") Duration lock,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10m") Duration leaseWait,
        @DefaultValue("3") int attempts,
        @DefaultValue("2s") Duration backOff,
        @DefaultValue("60s") Duration drain,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1m") Duration windowCheck,
        @DefaultValue("data/outcomes") Path outcomes) {

    private static final int BEATS = 6;

    Duration beat() {
        return (lock.compareTo(lease) < 0 ? lock : lease).dividedBy(BEATS);
    }
}
