package dev.baton.delegates.restic;

import dev.baton.action.Device;
import dev.baton.action.Json;
import dev.baton.action.Problem;
import java.util.Map;

/** What restic counted in one backup. */
record BackupSummary(long files, long bytes, long addedBytes, long seconds) {

    static BackupSummary of(Device device, String output) {
        String line = output.lines()
                .filter(text -> text.contains("\"message_type\":\"summary\""))
                .reduce((first, last) -> last)
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(device.name() + ": restic gives no summary"));
        Json counted = Json.read(line)
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(device.name() + ": restic's summary is cut off"));
        return new BackupSummary(
                number(counted, "total_files_processed"),
                number(counted, "total_bytes_processed"),
                number(counted, "data_added"),
                Math.round(counted.at("total_duration").number().orElse(0).doubleValue()));
    }

    private static long number(Json counted, String name) {
        return counted.at(name).number().orElse(0).longValue();
    }

    static BackupSummary of(Map<String, Object> content) {
        return new BackupSummary(
                number(content, "files"),
                number(content, "bytes"),
                number(content, "addedBytes"),
                number(content, "seconds"));
    }

    Map<String, Object> content(String time) {
        return Map.of("time", time, "files", files, "bytes", bytes, "addedBytes", addedBytes, "seconds", seconds);
    }

    private static long number(Map<String, Object> content, String name) {
        return content.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
