package dev.baton.action.net;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TLS port of a device and whom its certificate should name, e.g. {@code 443 name=sw1.example.org ca=corp.pem}.
 *
 * @param name sent as server name, and looked for in the certificate; a host name or an address
 * @param ca a file in the administrator's folder of authorities; empty for the authorities that Java trusts
 */
public record TlsPeer(int port, String name, String ca) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:%-]{1,255}");
    private static final Pattern CA = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern TEXT = Pattern.compile("(\\S+) name=(\\S+)(?: ca=(\\S+))?");
    private static final Duration USUAL = Duration.ofSeconds(15);

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} naming the part that does not fit */
    public TlsPeer {
        Ports.require(port);
        if (!NAME.matcher(name).matches()) {
            throw Problem.BAD_INPUT.because("a certificate names a host or an address, not \""
                    + name.replaceAll("\\p{Cntrl}", "\u2423") + "\"");
        }
        requireCa(ca);
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when it is more than the name of a file */
    static String requireCa(String ca) {
        if (!CA.matcher(ca).matches()) {
            throw Problem.BAD_INPUT.because("an authority is the name of a file in the folder of"
                    + " baton.device.ca-path, not \"" + ca.replaceAll("\\p{Cntrl}", "\u2423") + "\"");
        }
        return ca;
    }

    /** Reads what {@link #toString} wrote. */
    public static TlsPeer of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Problem.BAD_INPUT.because("\"" + text + "\" is not PORT name=NAME ca=FILE");
        }
        return new TlsPeer(Ports.of(parts.group(1)), parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }

    public Command command() {
        return new Command(Channel.TLS_HANDSHAKE, toString(), false, USUAL);
    }

    @Override
    public String toString() {
        return port + " name=" + name + (ca.isEmpty() ? "" : " ca=" + ca);
    }
}
