package dev.baton.action.net;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;

/** TCP and UDP port numbers. */
public final class Ports {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private Ports() {}

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when it is no port */
    public static int require(int port) {
        if (port < 1 || port > 65_535) {
            throw Problem.BAD_INPUT.because("a port is a number from 1 to 65535, not " + port);
        }
        return port;
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when it is no port */
    public static int of(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw Problem.BAD_INPUT.because("a port is a number from 1 to 65535, not \"" + text + "\"");
        }
        return require(Integer.parseInt(text));
    }

    /**
     * Asks for an echo, by ICMP where the account of the server may (root, or {@code CAP_NET_RAW}), else by TCP port 7, where a
     * refusal is an answer too.
     */
    public static Command ping() {
        return new Command(Channel.ICMP_ECHO, "echo", false, USUAL);
    }

    /** Opens a TCP connection to the port and closes it. */
    public static Command connect(int port) {
        return new Command(Channel.TCP_CONNECT, Integer.toString(require(port)), false, USUAL);
    }
}
