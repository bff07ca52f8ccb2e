package dev.baton.delegates.hardware;

import dev.baton.action.Decisions;
import dev.baton.action.Device;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Severity;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes findings of faulty parts; how severe each is, the process owners' decision says. */
final class Judge {

    private final Decisions decisions;
    private final String decision;
    private final Device device;
    private final LocalDate today;
    private final Map<Map<String, Object>, Severity> decided = new HashMap<>();

    Judge(Decisions decisions, String decision, Device device, LocalDate today) {
        this.decisions = decisions;
        this.decision = decision;
        this.device = device;
        this.today = today;
    }

    List<Finding> findings(Look look, Memory memory) {
        return look.parts().stream()
                .filter(part -> part.state().isFault())
                .map(part -> finding(part, look, memory))
                .toList();
    }

    private Finding finding(Part part, Look look, Memory memory) {
        LocalDate since = memory.since(part, today);
        String kind = part.component().kind(part.state());
        boolean shared = kind.equals(Component.STATE_UNKNOWN) || kind.equals(Component.TEMPERATURE_HIGH);
        String age = since.equals(today) ? "" : ", since " + since;
        return new Finding(
                        device.name(),
                        kind,
                        shared ? part.component().label() + " " + part.place() : part.place(),
                        severity(part, look, since),
                        part.label() + " " + part.state().predicate()
                                + (part.rebuilding() && part.state() != State.REBUILDING
                                        ? ", and is being rebuilt"
                                        : "")
                                + age + ".")
                .seen(evidence(part));
    }

    private static String evidence(Part part) {
        String text = part.source() + ": " + String.join("; ", part.seen());
        return text.length() <= 4000 ? text : text.substring(0, 4000);
    }

    private Severity severity(Part part, Look look, LocalDate since) {
        Map<String, Object> situation = new LinkedHashMap<>();
        situation.put("component", part.component().word());
        situation.put("state", part.state().word());
        situation.put("rebuilding", look.isRebuilding());
        situation.put("arrays", look.arrays());
        situation.put("days", (int) ChronoUnit.DAYS.between(since, today));
        situation.put("criticality", device.criticality().name().toLowerCase(Locale.ROOT));
        return decided.computeIfAbsent(situation, this::decide);
    }

    private Severity decide(Map<String, Object> situation) {
        Object severity = decisions.decide(decision, situation).get("severity");
        try {
            return Severity.valueOf(String.valueOf(severity));
        } catch (IllegalArgumentException e) {
            throw Problem.BAD_INPUT.because("the decision " + decision
                    + " gives a severity of INFO, WARNING or CRITICAL," + " not " + severity + ", for " + situation);
        }
    }
}
