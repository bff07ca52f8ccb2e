package dev.baton.delegates.health;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The services of a host that have failed, by systemd; a host without it has none to tell. */
final class Units {

    /** The fact that holds those which had failed before a change. */
    static final String FAILED = "failedUnits";

    static final Command STATE = Command.exec("systemctl is-system-running");
    static final Command LIST = Command.exec("systemctl --failed --no-legend --plain");

    /** What a host says that runs another init than systemd. */
    private static final String OFFLINE = "offline";

    private static final Set<String> BOOTING = Set.of("initializing", "starting");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\s,\"\\[\\]]+");

    private Units() {}

    /** Waits for the end of the boot, then asks. */
    static Set<String> failed(Session session) {
        Answer state = session.send(STATE);
        Duration waited = Duration.ZERO;
        while (BOOTING.contains(state.output().strip()) && waited.compareTo(PATIENCE) < 0) {
            session.pause(PAUSE);
            waited = waited.plus(PAUSE);
            state = session.send(STATE);
        }
        if (state.output().strip().equals(OFFLINE)) {
            return Set.of();
        }
        Answer list = session.send(LIST);
        Asked.requireAnswered(session.device(), list);
        return names(
                list.wholeOutput(session.device()).lines().map(Units::first).toList());
    }

    static Set<String> failedBefore(Session session) {
        return session.fact(FAILED)
                .map(text -> names(List.of(NOT_IN_NAMES.split(text))))
                .orElse(Set.of());
    }

    private static Set<String> names(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(String line) {
        return line.strip().split("\\s+", 2)[0];
    }
}
