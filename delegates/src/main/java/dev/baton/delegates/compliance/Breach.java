package dev.baton.delegates.compliance;

import java.util.List;

/**
 * How a configuration breaks a rule.
 *
 * @param where the first line of the block; empty for the whole configuration
 */
record Breach(ConfigRule rule, String where, String what) {

    String sentence() {
        return rule.says() + ": " + (where.isEmpty() ? "" : "in \"" + where + "\" ") + what;
    }

    /** What is typed against it. */
    List<String> remedy() {
        return rule.remedy().stream()
                .map(line -> line.replace("{{section}}", where))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
