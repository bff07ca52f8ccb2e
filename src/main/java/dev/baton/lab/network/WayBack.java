package dev.baton.lab.network;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of one CLI session that change with a way back, as the platform has it. */
final class WayBack {

    private static final Pattern SESSION = Pattern.compile("configure session ([\\w.-]+)( commit| abort)?");
    private static final Pattern COMMIT = Pattern.compile("commit(?: timer (\\d\\d):(\\d\\d):(\\d\\d))?");
    private static final Pattern REVERT = Pattern.compile("configure terminal revert timer (\\d{1,3})");
    private static final String ARCHIVE = "the archive";

    private final NetworkDevice device;
    private @Nullable String session;

    WayBack(NetworkDevice device) {
        this.device = device;
    }

    /** Where configuration lines go: the candidate of a session, or what runs. */
    RunningConfig config() {
        return session == null ? device.config() : device.changes().candidate(session, device.config());
    }

    boolean inSession() {
        return session != null;
    }

    /** What a prompt shows of the session; it is cut short. */
    String mark() {
        return session == null ? "" : "-s-" + session.substring(0, Math.min(6, session.length()));
    }

    void leave() {
        session = null;
    }

    /** Does what a line outside of configuration mode asks for. */
    Outcome command(String line) {
        Matcher named = SESSION.matcher(line);
        if (device.profile().offers("session") && named.matches()) {
            return named.group(2) == null ? enter(named.group(1)) : end(named.group(1), named.group(2));
        }
        if (!device.profile().offers("revert")) {
            return Outcome.NOT_MINE;
        }
        Matcher revert = REVERT.matcher(line);
        if (revert.matches()) {
            Duration time = Duration.ofMinutes(Long.parseLong(revert.group(1)));
            return device.await(ARCHIVE, time) ? Outcome.CONFIGURES : Outcome.REFUSED;
        }
        if (line.equals("configure confirm")) {
            return device.changes().confirm(ARCHIVE) ? Outcome.DONE : Outcome.REFUSED;
        }
        return line.equals("configure revert now") ? takeBack(ARCHIVE) : Outcome.NOT_MINE;
    }

    private Outcome enter(String name) {
        session = name;
        config();
        return Outcome.CONFIGURES;
    }

    private Outcome end(String name, String how) {
        if (how.equals(" commit")) {
            return device.changes().confirm(name) ? Outcome.DONE : Outcome.REFUSED;
        }
        return takeBack(name);
    }

    private Outcome takeBack(String name) {
        Optional<RunningConfig> before = device.changes().takeBack(name);
        before.ifPresent(device::run);
        return before.isPresent() ? Outcome.DONE : Outcome.REFUSED;
    }

    /** What the session would change, if that is what a line in it asks for. */
    Optional<String> shown(String line) {
        return session != null && line.equals("show session-config diffs")
                ? Optional.of(TextDiff.between(device.config().text(), config().text()))
                : Optional.empty();
    }

    /** Ends the session as a line in it asks for. @return whether it did */
    boolean ended(String line) {
        String name = session;
        Matcher commit = COMMIT.matcher(line);
        if (name == null || !(commit.matches() || line.equals("abort"))) {
            return false;
        }
        if (commit.matches()) {
            RunningConfig fresh = config();
            if (commit.group(1) != null) {
                device.await(
                        name,
                        Duration.parse("PT" + commit.group(1) + "H" + commit.group(2) + "M" + commit.group(3) + "S"));
            }
            device.run(fresh);
        }
        device.changes().discard(name);
        session = null;
        return true;
    }

    /** What came of a line. */
    enum Outcome {
        NOT_MINE,
        REFUSED,
        DONE,
        CONFIGURES
    }
}
