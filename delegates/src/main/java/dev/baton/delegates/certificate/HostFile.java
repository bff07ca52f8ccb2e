package dev.baton.delegates.certificate;

import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.action.net.Naming;
import java.util.regex.Pattern;

/** Where a host keeps a key or a certificate. */
public final class HostFile {

    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9_.@+-]+)+");

    private HostFile() {}

    /**
     * A path on this host, with its own name filled in.
     *
     * @throws dev.baton.action.ActionProblem {@code UNSUPPORTED}, {@code BAD_INPUT}
     */
    public static String of(Device device, Dialect dialect, String path) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " (" + dialect.platform()
                    + ") keeps no certificates in files; only hosts with a shell do");
        }
        String place = Naming.of(device, path.strip());
        if (!PATH.matcher(place).matches()) {
            throw Problem.BAD_INPUT.because(
                    "a certificate or key is an absolute path of plain names, not \"" + place + "\"");
        }
        return place;
    }
}
