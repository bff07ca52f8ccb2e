package dev.baton.delegates.ports;

import dev.baton.action.Decisions;
import dev.baton.action.Finding;
import dev.baton.action.Severity;
import dev.baton.delegates.ports.past.Changes;
import dev.baton.delegates.ports.past.LastLook;
import dev.baton.delegates.ports.past.PortMemory;
import dev.baton.delegates.ports.past.Traffic;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of every port of a device what is wrong with it, and what to remember of it. */
final class PortJudge {

    static final String ERRORS = "port-errors";
    static final String DISCARDS = "port-discards";

    private final Decisions decisions;
    private final String policy;
    private final Intent intent;
    private final String device;
    private final PortTable now;
    private final @Nullable LastLook last;
    private final boolean restarted;
    private final Map<Map<String, Object>, Map<String, Object>> answers = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();
    private final List<String> cameUp = new ArrayList<>();
    private final Map<String, PortMemory> memory = new HashMap<>();

    PortJudge(
            Decisions decisions, String policy, Intent intent, String device, PortTable now, @Nullable LastLook last) {
        this.decisions = decisions;
        this.policy = policy;
        this.intent = intent;
        this.device = device;
        this.now = now;
        this.last = last;
        restarted = last != null && last.restartedBefore(now);
    }

    List<Finding> found() {
        return found;
    }

    /** Names of the ports that have a link again since the last look. */
    List<String> cameUp() {
        return cameUp;
    }

    LastLook look() {
        return new LastLook(now.readAt(), now.upTime(), memory);
    }

    void judge(Port port) {
        PortMemory before = last == null ? null : last.ports().get(port.name());
        if (port.up() && before != null && !before.oper().equals("up")) {
            cameUp.add(port.name());
        }
        Changes changes = Changes.of(port, before, now, restarted);
        state(port, before);
        if (changes.count() > 0) {
            Question question = Question.about("flapping").transitions(changes.count());
            report(port, question, () -> "the state changed " + changes.count() + " times within three hours");
        }
        List<String> kept = new ArrayList<>();
        boolean same = before != null && before.alias().equals(PortMemory.plain(port.alias()));
        long best = before != null && same ? before.best() : 0;
        if (port.up() && port.physical()) {
            traffic(port, before, kept);
            line(port, best);
            best = Math.max(best, port.speed());
        }
        long lastUp = port.up() ? now.readAt().getEpochSecond() : before == null ? 0 : before.lastUp();
        memory.put(port.name(), PortMemory.of(port, best, lastUp, changes.noticed(), kept));
    }

    /** A port with a connector that had a link and is in the table no more, as when its module is pulled. */
    void judgeGone(String name, PortMemory before) {
        boolean told = before.physical() && !before.alias().isEmpty() && intent.recentlyUp(before, now);
        if (told) {
            Port gone = Port.gone(name, before.alias());
            state(gone, before);
            memory.put(name, before);
        }
    }

    private void state(Port port, @Nullable PortMemory before) {
        Question question = Question.about("state")
                .state(port.admin(), port.oper())
                .wanted(intent.of(port, before, now), intent.recentlyUp(before, now))
                .errDisabled(!port.errDisabled().isEmpty());
        report(port, question, () -> told(port, before));
    }

    private String told(Port port, @Nullable PortMemory before) {
        StringBuilder told = new StringBuilder("admin " + port.admin() + ", oper " + port.oper());
        if (!port.errDisabled().isEmpty()) {
            told.append(", shut by the device: ").append(port.errDisabled());
        }
        long ago = now.secondsSinceChange(port);
        if (ago >= 0) {
            told.append(", changed ").append(ago).append(" s ago");
        }
        if (before != null && before.lastUp() > 0) {
            told.append(", link seen last at ").append(Instant.ofEpochSecond(before.lastUp()));
        }
        return told.toString();
    }

    private void traffic(Port port, @Nullable PortMemory before, List<String> kept) {
        if (before == null || last == null) {
            return;
        }
        Traffic traffic = new Traffic(port, before, now, last);
        share(port, before, kept, new Share("errors", ERRORS, traffic.errorPercent(), traffic));
        share(port, before, kept, new Share("discards", DISCARDS, traffic.discardPercent(), traffic));
    }

    private record Share(String aspect, String kind, OptionalDouble percent, Traffic traffic) {}

    /** A finding stays while nothing can be compared, as after a restart: it is not known to be mended. */
    private void share(Port port, PortMemory before, List<String> kept, Share share) {
        if (share.percent().isPresent()) {
            Question question =
                    Question.about(share.aspect()).percent(share.percent().getAsDouble());
            report(
                            port,
                            question,
                            () -> question.percent() + " %: " + share.traffic().told())
                    .ifPresent(finding -> kept.add(share.kind()));
        } else if (before.kept().contains(share.kind())) {
            found.add(new Finding(
                    device,
                    share.kind(),
                    port.name(),
                    Severity.WARNING,
                    port.shown()
                            + " had too many at the last look that could be compared; its counters have begun anew"));
            kept.add(share.kind());
        }
    }

    private void line(Port port, long best) {
        if (port.duplex().equals("half")) {
            report(port, Question.about("duplex"), () -> "dot3StatsDuplexStatus half(2) at " + port.speed() + " Mb/s");
        }
        if (port.speed() > 0 && port.speed() < best) {
            report(port, speed(port, "than-before"), () -> port.speed() + " Mb/s, was " + best + " Mb/s");
        } else if (port.speed() > 0 && port.speed() < BuiltSpeed.of(port.name())) {
            report(
                    port,
                    speed(port, "than-built"),
                    () -> port.speed() + " Mb/s, by its name a port of " + BuiltSpeed.of(port.name()) + " Mb/s");
        }
    }

    private Question speed(Port port, String slower) {
        return Question.about("speed").slower(slower).wanted(intent.of(port, null, now), false);
    }

    private Optional<Finding> report(Port port, Question question, Supplier<String> evidence) {
        Map<String, Object> answer =
                answers.computeIfAbsent(question.facts(), facts -> decisions.decide(policy, facts));
        String kind = String.valueOf(answer.getOrDefault("kind", ""));
        if (kind.isBlank()) {
            return Optional.empty();
        }
        Finding finding = new Finding(
                        device,
                        kind,
                        port.name(),
                        Severity.valueOf(String.valueOf(answer.get("severity"))),
                        port.shown() + " " + answer.getOrDefault("message", "is not as it should be"))
                .seen(evidence.get());
        found.add(finding);
        return Optional.of(finding);
    }
}
