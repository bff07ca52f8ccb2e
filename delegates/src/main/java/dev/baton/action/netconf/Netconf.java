package dev.baton.action.netconf;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import java.time.Duration;

/** The commands of {@link Channel#NETCONF}. Those that only touch the candidate, or locks, change nothing that runs. */
public final class Netconf {

    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final String RUNNING = "<running/>";
    private static final String CANDIDATE = "<candidate/>";

    private Netconf() {}

    /** Asks what the server offers; the answer has a URI per line. */
    public static Command hello() {
        return read("<hello/>");
    }

    /** @param source {@code running}, {@code candidate} or {@code startup}; the answer is the element {@code data} */
    public static Command getConfig(String source, String filter) {
        return read("<get-config><source><" + source + "/></source>" + filter + "</get-config>");
    }

    public static Command lock(String datastore) {
        return read("<lock><target><" + datastore + "/></target></lock>");
    }

    /** @param config the element {@code config} */
    public static Command edit(String defaultOperation, String config) {
        return read("<edit-config><target>" + CANDIDATE + "</target><default-operation>" + defaultOperation
                + "</default-operation>\n" + config + "</edit-config>");
    }

    public static Command validate() {
        return read("<validate><source>" + CANDIDATE + "</source></validate>");
    }

    public static Command discard() {
        return read("<discard-changes/>");
    }

    /** A commit that goes back by itself, and at once when its session ends. */
    public static Command tryCommit(Duration limit) {
        return read("<commit><confirmed/><confirm-timeout>" + limit.toSeconds() + "</confirm-timeout></commit>")
                .changing();
    }

    /** A commit that goes back by itself, and outlives its session. */
    public static Command tryCommit(Duration limit, String name) {
        return read("<commit><confirmed/><confirm-timeout>" + limit.toSeconds() + "</confirm-timeout><persist>" + name
                        + "</persist></commit>")
                .changing();
    }

    public static Command confirm() {
        return read("<commit/>").changing();
    }

    public static Command confirm(String name) {
        return read("<commit><persist-id>" + name + "</persist-id></commit>").changing();
    }

    public static Command cancel(String name) {
        return read("<cancel-commit><persist-id>" + name + "</persist-id></cancel-commit>")
                .changing();
    }

    /** Makes the server start with what runs. */
    public static Command save() {
        return read("<copy-config><target><startup/></target><source>" + RUNNING + "</source></copy-config>")
                .changing();
    }

    private static Command read(String operation) {
        return new Command(Channel.NETCONF, operation, false, USUAL);
    }
}
