package dev.baton.action;

import java.time.Duration;

/** One native command exactly as a device receives it, and how long it may take. */
public record Command(Channel channel, String text, boolean changes, Duration timeout) {

    private static final Duration USUAL = Duration.ofSeconds(30);

    public static Command exec(String text) {
        return new Command(Channel.EXEC, text, false, USUAL);
    }

    public static Command cli(String text) {
        return new Command(Channel.CLI, text, false, USUAL);
    }

    public static Command snmpGet(String... oids) {
        return new Command(Channel.SNMP_GET, String.join(" ", oids), false, USUAL);
    }

    public static Command snmpWalk(String root) {
        return new Command(Channel.SNMP_WALK, root, false, USUAL);
    }

    /** The same command, marked as one that can change the device. */
    public Command changing() {
        return new Command(channel, text, true, timeout);
    }

    public Command within(Duration limit) {
        return new Command(channel, text, changes, limit);
    }
}
