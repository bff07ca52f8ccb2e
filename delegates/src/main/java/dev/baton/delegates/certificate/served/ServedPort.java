package dev.baton.delegates.certificate.served;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.action.net.Naming;
import dev.baton.action.net.Ports;
import dev.baton.action.net.TlsPeer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TLS port as a finding calls its part: {@code port 443}, or {@code port 443, www.example.org}. */
final class ServedPort {

    private static final Pattern TEXT = Pattern.compile("(?:port )?(\\d{1,5})(?:, (\\S+))?");

    private ServedPort() {}

    /** The port of a device, by the device's name where no other one is given. */
    static TlsPeer of(Device device, String service, String authority) {
        Matcher parts = TEXT.matcher(service.strip());
        if (!parts.matches()) {
            throw Problem.BAD_INPUT.because(
                    "a service is written as \"port 443\" or \"port 443, NAME\", not \"" + service.strip() + "\"");
        }
        String name = parts.group(2) == null ? device.name() : Naming.of(device, parts.group(2));
        return new TlsPeer(Ports.of(parts.group(1)), name, authority);
    }
}
