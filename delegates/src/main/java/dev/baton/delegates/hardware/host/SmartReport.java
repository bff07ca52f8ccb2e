package dev.baton.delegates.hardware.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.action.Answer;
import dev.baton.action.Device;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import dev.baton.delegates.hardware.part.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The output of the drives' command: one JSON object a line, or a remark on a drive that could not be opened.
 *
 * @param byDevice the drives by the kernel's name, e.g. {@code sda}
 */
record SmartReport(Reading reading, Map<String, Part> byDevice, SmartCounters counters) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NOT_OPENED = Pattern.compile("^# (/dev/\\S+) (.*)$");
    /** A controller's volume, whose drives are listed under other names, or a stick. */
    private static final Pattern NO_DRIVE = Pattern.compile("try adding|USB bridge", Pattern.CASE_INSENSITIVE);

    static SmartReport of(Answer answer, Device device, SmartCounters earlier, Instant now) {
        if (!answer.succeeded() || answer.truncated()) {
            String why = answer.truncated() ? "its answer is longer than 1 MiB" : "it ended with " + answer.ending();
            return unreadable(device, why, earlier);
        }
        List<Part> parts = new ArrayList<>();
        Map<String, Part> byDevice = new HashMap<>();
        SmartCounters counters = earlier;
        for (String line :
                answer.output().lines().filter(text -> !text.isBlank()).toList()) {
            Matcher notOpened = NOT_OPENED.matcher(line);
            if (NO_DRIVE.matcher(line).find() && !line.contains("smart_status")) {
                continue;
            }
            if (notOpened.matches()) {
                parts.add(new Part(
                        Component.DRIVE,
                        notOpened.group(1),
                        State.UNKNOWN,
                        List.of("smartctl cannot open it: " + notOpened.group(2)),
                        HostSources.SMART));
            } else {
                try {
                    SmartDrive drive = new SmartDrive(JSON.readTree(line));
                    if (drive.tellsOfItself()) {
                        Part part = drive.part(counters);
                        parts.add(part);
                        byDevice.put(drive.kernelName(), part);
                        counters = drive.remembered(counters, now);
                    }
                } catch (JsonProcessingException e) {
                    return unreadable(device, "it said no JSON but \"" + line.strip() + "\"", earlier);
                }
            }
        }
        return new SmartReport(HostSources.drives(parts), byDevice, counters);
    }

    private static SmartReport unreadable(Device device, String why, SmartCounters earlier) {
        return new SmartReport(HostSources.unreadableDrives(device.name() + ": " + why), Map.of(), earlier);
    }
}
