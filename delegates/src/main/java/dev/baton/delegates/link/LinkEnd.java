package dev.baton.delegates.link;

import dev.baton.delegates.link.optics.Light;
import dev.baton.delegates.link.optics.Optics;
import dev.baton.delegates.link.read.Bundle;
import dev.baton.delegates.link.read.Forwarding;
import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.Neighbour;
import dev.baton.delegates.link.read.PowerOverEthernet;
import dev.baton.delegates.ports.read.Counter;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortCount;
import dev.baton.delegates.ports.read.PortTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One end of a link, in the words of the decision table. */
final class LinkEnd {

    /** The facts about an end that could not be read. */
    static final Map<String, Object> UNREAD = unread();

    private static final long TOGETHER_TICKS = 3_000;
    private static final long TICKS_A_MINUTE = 6_000;

    private final PortTable table;
    private final Port port;
    private final Optional<Neighbour> neighbour;
    private final Light received;
    private final Light sent;
    private final Forwarding forwarding;
    private final Bundle bundle;
    private final PowerOverEthernet power;

    LinkEnd(PortTable table, Port port, LinkCells cells, Optional<Neighbour> neighbour) {
        this.table = table;
        this.port = port;
        this.neighbour = neighbour;
        Optics optics = new Optics(cells, port.index(), port.name());
        received = optics.received();
        sent = optics.sent();
        forwarding = Forwarding.of(cells, port.index());
        bundle = Bundle.of(cells, port.index());
        power = PowerOverEthernet.of(cells, port.index(), port.name());
    }

    Port port() {
        return port;
    }

    Light received() {
        return received;
    }

    Light sent() {
        return sent;
    }

    Forwarding forwarding() {
        return forwarding;
    }

    Bundle bundle() {
        return bundle;
    }

    PowerOverEthernet power() {
        return power;
    }

    Optional<Neighbour> neighbour() {
        return neighbour;
    }

    long secondsSinceChange() {
        return table.secondsSinceChange(port);
    }

    /** {@code up}, {@code blocked} with a link that does not forward, {@code admin-down}, or {@code down}. */
    String state() {
        if (port.admin().equals("down")) {
            return "admin-down";
        }
        if (!port.oper().equals("up")) {
            return "down";
        }
        return forwarding.blocked() || outOfBundle() ? "blocked" : "up";
    }

    /** Its bundle does not use it, although it should belong to one. */
    private boolean outOfBundle() {
        boolean bundled = bundle.lag().equals("member") || bundle.lag().equals("waiting");
        return bundled && forwarding.lacp().equals("unsynchronised");
    }

    Map<String, Object> facts(@Nullable String spare) {
        Map<String, Object> facts = new HashMap<>(UNREAD);
        facts.put("linkState", state());
        facts.put("admin", port.admin());
        facts.put("oper", port.oper());
        facts.put("errDisable", port.errDisabled());
        facts.put("light", received.word());
        facts.put("laser", sent.word());
        facts.put("duplex", neighbourDiffers() ? "mismatch" : port.duplex());
        facts.put("damaged", damaged());
        facts.put("stp", forwarding.stp());
        facts.put("dot1x", forwarding.dot1x());
        facts.put("lacp", forwarding.lacp());
        facts.put("lag", bundle.lag());
        facts.put("lacpPartner", bundle.partner());
        facts.put("poe", power.word());
        facts.put("downTogether", downTogether());
        facts.put("minutesUp", (int) Math.min(Integer.MAX_VALUE, table.upTime() / TICKS_A_MINUTE));
        facts.put("planned", spare != null && matches(spare));
        facts.put("neighbourDevice", neighbour.map(Neighbour::device).orElse(""));
        facts.put("neighbourPort", neighbour.map(Neighbour::port).orElse(""));
        return facts;
    }

    private boolean matches(String spare) {
        return Pattern.compile(spare, Pattern.CASE_INSENSITIVE)
                .matcher(port.alias())
                .find();
    }

    /** CDP tells the duplex of the other end. */
    private boolean neighbourDiffers() {
        String theirs = neighbour.map(Neighbour::duplex).orElse("unknown");
        return !theirs.equals("unknown") && !port.duplex().equals("unknown") && !theirs.equals(port.duplex());
    }

    private boolean damaged() {
        return some(PortCount.IN_ERRORS) || some(PortCount.BAD_FRAMES);
    }

    private boolean some(PortCount count) {
        Counter counter = port.counts().get(count);
        return counter != null && counter.value().signum() > 0;
    }

    /** How many ports lost their link within half a minute of this one. */
    private int downTogether() {
        if (port.lastChange() < 0) {
            return 1;
        }
        return (int) table.ports().stream()
                .filter(other -> other.admin().equals("up") && !other.oper().equals("up"))
                .filter(other ->
                        other.lastChange() >= 0 && Math.abs(other.lastChange() - port.lastChange()) <= TOGETHER_TICKS)
                .count();
    }

    private static Map<String, Object> unread() {
        Map<String, Object> facts = new HashMap<>();
        for (String name : new String[] {
            "admin",
            "oper",
            "light",
            "laser",
            "duplex",
            "stp",
            "dot1x",
            "lacp",
            "lag",
            "lacpPartner",
            "poe",
            "logged",
            "changedBefore"
        }) {
            facts.put(name, "unknown");
        }
        facts.put("linkState", "unreachable");
        facts.put("errDisable", "");
        facts.put("damaged", false);
        facts.put("downTogether", 0);
        facts.put("minutesUp", -1);
        facts.put("planned", false);
        facts.put("neighbourDevice", "");
        facts.put("neighbourPort", "");
        facts.put("evidence", "not read");
        return Map.copyOf(facts);
    }
}
