package dev.baton.delegates.firmware.policy;

import dev.baton.delegates.version.Versions;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a row of the policy wants of devices of one kind; an empty text wants nothing.
 *
 * @param forbidden single versions and ranges, see {@link Versions#isAmong}
 */
public record Policy(String minimum, String recommended, String forbidden) {

    public static Policy of(Map<String, Object> row) {
        return new Policy(text(row, "minimum"), text(row, "recommended"), text(row, "forbidden"));
    }

    private static String text(Map<String, Object> row, String output) {
        Object value = row.get(output);
        return value == null ? "" : value.toString().strip();
    }

    public Judgement judge(String version) {
        if (version.isEmpty()) {
            return new Judgement(Verdict.UNKNOWN, "it tells no version");
        }
        if (Versions.isAmong(version, forbidden)) {
            return new Judgement(Verdict.BLOCKED, version + " is forbidden" + instead());
        }
        if (!minimum.isEmpty()) {
            OptionalInt order = Versions.compare(version, minimum);
            if (order.isEmpty()) {
                return new Judgement(
                        Verdict.UNKNOWN,
                        version + " and the minimum " + minimum + " are of lines that cannot be compared");
            }
            return order.getAsInt() < 0
                    ? new Judgement(Verdict.OUTDATED, version + " is older than the minimum " + minimum + instead())
                    : new Judgement(Verdict.COMPLIANT, advice(version));
        }
        return recommended.isEmpty() && forbidden.isEmpty()
                ? new Judgement(Verdict.UNKNOWN, "no row of the policy says what should run instead of " + version)
                : new Judgement(Verdict.COMPLIANT, advice(version));
    }

    private String instead() {
        return recommended.isEmpty() ? "" : ", recommended is " + recommended;
    }

    private String advice(String version) {
        boolean later =
                !recommended.isEmpty() && Versions.compare(version, recommended).orElse(0) < 0;
        return later ? "good enough, recommended is " + recommended : "";
    }
}
