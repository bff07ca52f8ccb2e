package dev.baton.runner.cluster;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a database has come, as one heartbeat saw it.
 *
 * @param installation tells one database from another, and outlives a restore
 * @param epoch grows whenever a quarantine is lifted
 * @param beats grows with each heartbeat of any node
 * @param server the database server by its own word, and its timeline; empty where it does not tell
 * @param skew how far the clock of this node is ahead of the database's
 * @param tolerance what the way to the database may have added to it
 */
record Progress(String installation, long epoch, long beats, String server, Duration skew, Duration tolerance) {

    /** Whether this is what another one was, but earlier: nothing but a restore sets a database back. */
    boolean isBefore(Progress seen) {
        return installation.equals(seen.installation)
                && (epoch < seen.epoch || (epoch == seen.epoch && beats < seen.beats));
    }

    boolean isOfOther(Progress seen) {
        return !installation.equals(seen.installation);
    }

    String text() {
        return "heartbeat " + beats + " of epoch " + epoch;
    }

    static Progress remembered(String installation, long epoch, long beats) {
        return new Progress(installation, epoch, beats, "", Duration.ZERO, Duration.ZERO);
    }

    /** The time between a clock of this node before and after the question, and the database's answer. */
    static Duration skew(Instant asked, Duration way, Instant answer) {
        return Duration.between(answer, asked.plus(way.dividedBy(2)));
    }
}
