package dev.baton.delegates.logs;

import dev.baton.action.Decisions;
import dev.baton.action.Finding;
import dev.baton.delegates.logs.drive.Arrays;
import dev.baton.delegates.logs.drive.KnownDrive;
import dev.baton.delegates.logs.drive.KnownHardware;
import dev.baton.delegates.logs.drive.Smart;
import dev.baton.delegates.logs.pattern.Sign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs what the logs say of a drive with what SMART, the arrays and the last hardware check say of it. */
record Judge(Decisions decisions, String table, Smart smart, Arrays arrays, KnownHardware hardware) {

    private static final int MOST_CONFIDENCE = 99;

    /** @param confidence in percent */
    record Judgement(Evidence evidence, Verdict verdict, int confidence, String others, KnownDrive known) {

        /** What the hardware check found of the same drive is the same finding, under its name. */
        String kind() {
            return verdict.isOfDrive() && !known.kind().isEmpty() ? known.kind() : verdict.kind();
        }

        String part() {
            return known.place().isEmpty() ? evidence.drive().part() : known.place();
        }

        Finding finding(String device) {
            return new Finding(
                            device,
                            kind(),
                            part(),
                            verdict.severity(),
                            evidence.drive().label() + " " + verdict.words() + " (confidence " + confidence
                                    + " %). Its log: " + evidence.words() + "; " + others + ".")
                    .seen(evidence.raw());
        }
    }

    Judgement judge(Evidence evidence) {
        String name = evidence.drive().name();
        String smartState = smart.stateOf(name);
        String arrayState = arrays.stateOf(name);
        KnownDrive known = hardware.of(evidence.drive());
        Map<String, Object> facts = new HashMap<>();
        for (Sign sign : Sign.values()) {
            facts.put(sign.fact(), evidence.count(sign));
        }
        facts.put("smart", smartState);
        facts.put("array", arrayState);
        facts.put("hardware", known.state());
        int drivePoints = points(facts, "drive");
        int linkPoints = points(facts, "link");
        Verdict verdict = Verdict.of(drivePoints, linkPoints);
        int points = verdict == Verdict.LINK ? linkPoints : drivePoints;
        return new Judgement(
                evidence,
                verdict,
                Math.min(points, MOST_CONFIDENCE),
                "SMART " + smartState + ", array " + arrayState + ", hardware check " + known.state(),
                known);
    }

    private int points(Map<String, Object> facts, String concern) {
        Map<String, Object> asked = new HashMap<>(facts);
        asked.put("concern", concern);
        List<Map<String, Object>> rows = decisions.rows(table, asked);
        return rows.stream()
                .map(row -> row.get("points"))
                .filter(Number.class::isInstance)
                .mapToInt(points -> ((Number) points).intValue())
                .sum();
    }
}
