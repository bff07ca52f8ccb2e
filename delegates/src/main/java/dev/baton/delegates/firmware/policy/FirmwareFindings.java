package dev.baton.delegates.firmware.policy;

import dev.baton.action.Finding;
import dev.baton.action.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people should know of the firmware of a device. */
public final class FirmwareFindings {

    public static final String FORBIDDEN = "firmware-forbidden";
    public static final String OUTDATED = "firmware-outdated";
    public static final String UNKNOWN = "firmware-unknown";
    public static final String CHANGED = "firmware-changed";

    /** All that a look at a device decides. */
    public static final Set<String> KINDS = Set.of(FORBIDDEN, OUTDATED, UNKNOWN, CHANGED);

    private static final int LONGEST = 1_000;

    private FirmwareFindings() {}

    /** @param before what was seen before; null when this is the first look */
    public static List<Finding> of(
            String device, @Nullable Map<String, Object> before, Map<String, Object> now, Judgement judgement) {
        List<Finding> found = new ArrayList<>();
        String model = text(now, "model");
        String message = (model.isEmpty() ? "Firmware: " : "Firmware of a " + model + ": ") + judgement.reason();
        switch (judgement.verdict()) {
            case BLOCKED -> found.add(finding(device, FORBIDDEN, Severity.CRITICAL, message));
            case OUTDATED -> found.add(finding(device, OUTDATED, Severity.WARNING, message));
            case UNKNOWN ->
                found.add(finding(
                        device, UNKNOWN, text(now, "version").isEmpty() ? Severity.WARNING : Severity.INFO, message));
            case COMPLIANT -> {}
        }
        Optional.ofNullable(before)
                .flatMap(earlier -> FirmwareChange.between(earlier, now))
                .ifPresent(change ->
                        found.add(finding(device, CHANGED, Severity.INFO, "The firmware is another one: " + change)));
        String description = text(now, "description");
        return description.isEmpty()
                ? found
                : found.stream().map(one -> one.seen(shortened(description))).toList();
    }

    private static Finding finding(String device, String kind, Severity severity, String message) {
        return new Finding(device, kind, null, severity, shortened(message));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String text(Map<String, Object> content, String name) {
        return Objects.toString(content.get(name), "");
    }
}
