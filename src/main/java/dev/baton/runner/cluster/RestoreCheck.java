package dev.baton.runner.cluster;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices with each heartbeat whether the database was set back to what it had been before. */
@Component
class RestoreCheck {

    private final Installation installation;
    private final SeenFile file;
    private final NodeSettings settings;
    private @Nullable Progress last;

    RestoreCheck(Installation installation, SeenFile file, NodeSettings settings) {
        this.installation = installation;
        this.file = file;
        this.settings = settings;
    }

    /** @return why the database must be taken for restored, if it must */
    Optional<String> reason(Progress now) {
        Progress before = last;
        if (before == null) {
            return atStart(now, file.read());
        }
        return now.isBefore(before) ? Optional.of(setBack(before, now)) : Optional.empty();
    }

    /** What followed from it was done. */
    void settled(Progress now) {
        Progress before = last;
        last = now;
        // One behind: what a database forgets when it is killed is no restore.
        if (before != null) {
            file.write(before);
        }
    }

    private Optional<String> atStart(Progress now, Optional<Progress> seen) {
        if (settings.quarantine()) {
            return Optional.of("baton.runner.quarantine is set");
        }
        if (seen.isPresent() && !now.isOfOther(seen.get())) {
            return now.isBefore(seen.get()) ? Optional.of(setBack(seen.get(), now)) : sameElsewhere(now);
        }
        String server = installation.server();
        return server.equals(now.server())
                ? Optional.empty()
                : Optional.of("the database was on the server " + now.server() + " and is on " + server
                        + " now, and this node has not seen how far it had come");
    }

    /** Nothing is missing, so it was moved or failed over. */
    private Optional<String> sameElsewhere(Progress now) {
        String server = installation.server();
        if (!server.equals(now.server())) {
            installation.moved(server);
        }
        return Optional.empty();
    }

    private static String setBack(Progress seen, Progress now) {
        return "the database was set back: this node has seen its " + seen.text() + ", and it is at " + now.text();
    }
}
