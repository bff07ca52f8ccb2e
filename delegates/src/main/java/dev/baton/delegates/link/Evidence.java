package dev.baton.delegates.link;

import dev.baton.delegates.link.past.PortChanges;
import dev.baton.delegates.link.past.PortLog;
import dev.baton.delegates.link.read.Forwarding;
import dev.baton.delegates.link.read.Neighbour;
import dev.baton.delegates.ports.read.Port;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was seen at one end of a link, for people: a fact a line. */
final class Evidence {

    private static final int LONGEST = 1_900;

    private Evidence() {}

    static String of(String device, LinkEnd end, PortLog log, PortChanges changes) {
        Port port = end.port();
        StringBuilder text = new StringBuilder();
        line(text, device + ", " + port.shown(), "admin " + port.admin() + ", oper " + port.oper());
        if (!port.errDisabled().isEmpty()) {
            line(text, "shut by the device", port.errDisabled());
        }
        if (end.secondsSinceChange() >= 0) {
            line(text, "changed", end.secondsSinceChange() + " s ago by the device's clock");
        }
        line(text, "speed and duplex", port.speed() + " Mb/s, " + port.duplex());
        line(text, "light received", end.received().text());
        line(text, "light sent", end.sent().text());
        if (!port.counts().isEmpty()) {
            line(
                    text,
                    "counters",
                    port.counts().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(count -> count.getKey()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ') + " "
                                    + count.getValue().value())
                            .collect(Collectors.joining(", ")));
        }
        Forwarding forwarding = end.forwarding();
        line(
                text,
                "spanning tree, 802.1X, LACP",
                forwarding.stp() + ", " + forwarding.dot1x() + ", " + forwarding.lacp());
        line(text, "neighbour", end.neighbour().map(Evidence::told).orElse("nobody was ever seen"));
        line(text, "bundle", end.bundle().text());
        line(text, "power over Ethernet", end.power().text());
        line(text, "changed by Baton", changes.runs());
        line(text, "configuration changed", changes.config());
        line(text, "log", log.text());
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 3) + "...";
    }

    private static String told(Neighbour neighbour) {
        return neighbour.device() + ", " + neighbour.port();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
