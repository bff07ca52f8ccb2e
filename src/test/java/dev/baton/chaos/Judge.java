package dev.baton.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the journal against the devices' own log. What a node did that was stopped exactly between its last check and its write is
 * the one thing that cannot be prevented; it must be there as late evidence, and is counted.
 */
final class Judge {

    private static final Set<String> NEVER_SENT = Set.of("CANCELLED", "HELD", "REFUSED", "FAILED", "NOT_APPLIED");

    private static final long AT_ONCE_MILLIS = 3_000;

    private final DeviceLog log;
    private final List<Long> thaws;
    private final Map<String, List<Map<String, Object>>> actions = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private final Set<String> cutOff = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param thaws when frozen nodes went on */
    Judge(DeviceLog log, List<Long> thaws, ChaosDatabase database) {
        this.log = log;
        this.thaws = thaws;
        for (Map<String, Object> action : database.rows(
                "select a.id, r.reference || '.' || a.activity as label, a.device, a.effect, a.state, a.attempt,"
                        + " a.decided_by, a.message, r.cancelled_by, exists (select 1 from baton_transcript t"
                        + " where t.action = a.id and t.late) as late"
                        + " from baton_action a join baton_run r on r.process_instance = a.run")) {
            String key = action.get("device") + " " + action.get("label");
            actions.computeIfAbsent(key, added -> new ArrayList<>()).add(action);
            if (Boolean.TRUE.equals(action.get("late"))) {
                late.add(key);
            }
            if (action.get("cancelled_by") != null) {
                cutOff.add(key);
            }
            count(action.get("effect") + " " + action.get("state")
                    + (action.get("decided_by") == null ? "" : ", decided"));
            count("actions");
            if (((Number) action.get("attempt")).intValue() > 1) {
                count("actions that were tried again");
            }
        }
        counts.put("answers kept as late evidence", late.size());
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<String> wrong() {
        actions.forEach(this::judge);
        for (DeviceLog.Overlap overlap : log.overlaps()) {
            String first = key(overlap.first());
            String second = key(overlap.second());
            if (cutOff.contains(first) || cutOff.contains(second)) {
                count("overlaps with what a person cut off");
            } else if (isLate(overlap.second())) {
                count("overlaps that are known as late evidence");
            } else {
                wrong.add("two writers at the same time: " + overlap);
            }
        }
        return wrong;
    }

    private void judge(String key, List<Map<String, Object>> rows) {
        String[] words = key.split(" ");
        List<DeviceLog.Act> acts = log.acts(words[0], words[1]);
        String effect = (String) rows.get(0).get("effect");
        boolean done = rows.stream().anyMatch(row -> "SUCCEEDED".equals(row.get("state")));
        boolean denied = rows.stream().allMatch(row -> NEVER_SENT.contains(row.get("state")));
        if (effect.equals("READ") ? !acts.isEmpty() : done && acts.isEmpty()) {
            wrong.add("the device did it " + acts.size() + " times: " + rows);
        }
        if (denied && !acts.isEmpty()) {
            excuse("the device did what the journal denies: ", acts, rows);
        }
        if (acts.size() > 1 && (effect.equals("CHECKABLE") || effect.equals("ONCE"))) {
            excuse("the device did it more than once: ", acts, rows);
        }
    }

    private void excuse(String what, List<DeviceLog.Act> acts, List<Map<String, Object>> rows) {
        if (isLate(acts.get(acts.size() - 1))) {
            count("done late or twice, and known as late evidence");
        } else {
            wrong.add(what + acts + " " + rows);
        }
    }

    /** A node that was frozen before its write wrote as soon as it went on, and its answer is kept. */
    private boolean isLate(DeviceLog.Act act) {
        return late.contains(key(act))
                && thaws.stream().anyMatch(thaw -> act.begin() >= thaw && act.begin() < thaw + AT_ONCE_MILLIS);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static String key(DeviceLog.Act act) {
        return act.device() + " " + act.label();
    }
}
