package dev.baton.action.net;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a DNS server is asked, e.g. {@code MX example.org @192.0.2.53 port=53}.
 *
 * @param type a record type by its name
 * @param name a host name; for {@code PTR} also an address
 * @param server an address, or {@link #SYSTEM} for the one that this machine asks
 */
public record DnsQuestion(String type, String name, String server, int port) {

    /** The server that the machine of Baton itself asks. */
    public static final String SYSTEM = "system";

    private static final Pattern TYPE = Pattern.compile("[A-Z]{1,10}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*./:-]{1,255}");
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9_.:%-]{1,255}");
    private static final Pattern TEXT = Pattern.compile("(\\S+) (\\S+) @(\\S+) port=(\\S+)");
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} naming the part that does not fit */
    public DnsQuestion {
        require(TYPE, "record type", type);
        require(NAME, "name to look up", name);
        require(SERVER, "DNS server", server);
        Ports.require(port);
    }

    /** Reads what {@link #toString} wrote. */
    public static DnsQuestion of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problem.BAD_INPUT.because("\"" + text + "\" is not TYPE NAME @SERVER port=PORT");
        }
        return new DnsQuestion(parts.group(1), parts.group(2), parts.group(3), Ports.of(parts.group(4)));
    }

    public Command command() {
        return new Command(Channel.DNS_QUERY, toString(), false, USUAL);
    }

    @Override
    public String toString() {
        return type + " " + name + " @" + server + " port=" + port;
    }

    private static void require(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw Problem.BAD_INPUT.because(
                    "\"" + value.replaceAll("\\p{Cntrl}", "\u2423") + "\" does not fit as a " + what);
        }
    }
}
