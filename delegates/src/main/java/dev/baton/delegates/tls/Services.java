package dev.baton.delegates.tls;

import dev.baton.action.Device;
import dev.baton.action.net.Naming;
import dev.baton.action.net.Ports;
import dev.baton.action.net.TlsPeer;
import java.util.List;
import java.util.stream.Stream;

/** The TLS services of a device: those of a list, and those that its tags name. */
final class Services {

    private static final String TAG = "tls-";

    private Services() {}

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} for a line that is no service */
    static List<TlsPeer> of(Device device, List<String> lines) {
        List<TlsPeer> listed = lines.stream()
                .map(line -> TlsPeer.of(Naming.of(device, line.strip())))
                .toList();
        TlsPeer first = listed.get(0);
        Stream<TlsPeer> tagged = device.tags().stream()
                .filter(tag -> tag.matches(TAG + "\\d{1,5}"))
                .sorted()
                .map(tag -> new TlsPeer(Ports.of(tag.substring(TAG.length())), first.name(), first.ca()));
        return Stream.concat(listed.stream(), tagged).distinct().toList();
    }
}
