package dev.baton.delegates.hardware.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What {@code smartctl -x --json} says of one drive: ATA, SAS or NVMe. */
final class SmartDrive {

    private static final int WORN_PERCENT = 90;
    private static final int COULD_NOT_ASK = 0b11;
    private static final int FAILING = 0b1000;
    private static final int BELOW_THRESHOLD = 0b10000;

    /** Attributes that count sectors or commands that were lost: 188 is left out, its raw value has other uses. */
    private static final Set<Integer> LOST = Set.of(5, 187);

    private static final Set<Integer> PENDING = Set.of(197, 198);

    private final JsonNode json;
    private final List<String> seen = new ArrayList<>();
    private State state = State.NONE;

    SmartDrive(JsonNode json) {
        this.json = json;
    }

    /** A drive without SMART, such as a virtual one, tells nothing; one that could not be asked has something to tell. */
    boolean tellsOfItself() {
        boolean asked = (exitBits() & COULD_NOT_ASK) == 0;
        return !asked || json.has("smart_status") || json.has("nvme_smart_health_information_log");
    }

    /** The kernel's name, e.g. {@code sda}. */
    String kernelName() {
        return deviceName().replaceFirst("^/dev/", "").replaceFirst("^(nvme\\d+)$", "$1n1");
    }

    Part part(SmartCounters earlier) {
        judge(earlier);
        String serial = json.path("serial_number").asText("").strip();
        return new Part(
                Component.DRIVE,
                serial.isEmpty() ? place() : "serial " + serial,
                state,
                false,
                serial,
                json.path("model_name").asText(json.path("scsi_model_name").asText("")),
                seen,
                HostSources.SMART);
    }

    SmartCounters remembered(SmartCounters earlier, Instant now) {
        String serial = json.path("serial_number").asText("").strip();
        return serial.isEmpty() ? earlier : earlier.with(serial, defects(), pending(), now);
    }

    private void judge(SmartCounters earlier) {
        seen.add(place());
        JsonNode passed = json.path("smart_status").path("passed");
        int bits = exitBits();
        if ((bits & COULD_NOT_ASK) != 0) {
            says(State.UNKNOWN, "smartctl could not ask it: " + message());
        }
        if (passed.isBoolean()) {
            says(
                    passed.asBoolean() ? State.OK : State.PREDICTED_FAILURE,
                    "its self-assessment is " + (passed.asBoolean() ? "passed" : "failed"));
        } else if ((bits & COULD_NOT_ASK) == 0) {
            says(State.UNKNOWN, "it gives no self-assessment: " + message());
        }
        if ((bits & FAILING) != 0) {
            says(State.PREDICTED_FAILURE, "smartctl says that it is failing");
        }
        if ((bits & BELOW_THRESHOLD) != 0) {
            says(State.PREDICTED_FAILURE, "an attribute is at or below its threshold: " + belowThreshold());
        }
        if (selfTestFailed()) {
            says(
                    State.PREDICTED_FAILURE,
                    "its last self-test failed: "
                            + lastSelfTest().path("status").path("string").asText());
        }
        earlier.alarms(json.path("serial_number").asText("").strip(), defects(), pending())
                .forEach(alarm -> says(State.PREDICTED_FAILURE, alarm));
        nvme(json.path("nvme_smart_health_information_log"));
        endurance();
    }

    private void nvme(JsonNode log) {
        int warning = log.path("critical_warning").asInt();
        new TreeMap<>(NvmeWarning.all()).forEach((bit, meaning) -> {
            if ((warning & 1 << bit) != 0) {
                says(meaning.state(), meaning.words());
            }
        });
        if (warning >= 1 << NvmeWarning.all().size()) {
            says(State.UNKNOWN, "critical_warning is " + warning + ", which no table knows");
        }
        if (log.has("available_spare")
                && log.path("available_spare").asInt()
                        < log.path("available_spare_threshold").asInt()) {
            says(
                    State.PREDICTED_FAILURE,
                    "its spare is " + log.path("available_spare").asInt() + " %, below its threshold");
        }
    }

    private void endurance() {
        JsonNode used = json.path("nvme_smart_health_information_log").path("percentage_used");
        JsonNode sas = json.path("scsi_percentage_used_endurance_indicator");
        JsonNode percent = used.isNumber()
                ? used
                : sas.isNumber() ? sas : json.path("endurance_used").path("current_percent");
        if (percent.isNumber() && percent.asInt() >= WORN_PERCENT) {
            says(State.WORN, percent.asInt() + " % of its endurance is used");
        }
    }

    private void says(State said, String words) {
        state = state.worse(said);
        seen.add(words);
    }

    private long defects() {
        long attributes = raw(LOST);
        JsonNode errors = json.path("scsi_error_counter_log");
        return attributes
                + json.path("scsi_grown_defect_list").asLong()
                + errors.path("read").path("total_uncorrected_errors").asLong()
                + errors.path("write").path("total_uncorrected_errors").asLong()
                + json.path("nvme_smart_health_information_log")
                        .path("media_errors")
                        .asLong();
    }

    private long pending() {
        return raw(PENDING);
    }

    private long raw(Set<Integer> ids) {
        long sum = 0;
        for (JsonNode attribute : json.path("ata_smart_attributes").path("table")) {
            if (ids.contains(attribute.path("id").asInt())) {
                sum += attribute.path("raw").path("value").asLong();
            }
        }
        return sum;
    }

    private String belowThreshold() {
        List<String> names = new ArrayList<>();
        for (JsonNode attribute : json.path("ata_smart_attributes").path("table")) {
            if (attribute.path("when_failed").asText().equals("now")) {
                names.add(attribute.path("name").asText());
            }
        }
        return String.join(", ", names);
    }

    private boolean selfTestFailed() {
        JsonNode passed = lastSelfTest().path("status").path("passed");
        return passed.isBoolean() && !passed.asBoolean();
    }

    private JsonNode lastSelfTest() {
        JsonNode log = json.path("ata_smart_self_test_log");
        JsonNode extended = log.path("extended").path("table").path(0);
        return extended.isMissingNode() ? log.path("standard").path("table").path(0) : extended;
    }

    private int exitBits() {
        return json.path("smartctl").path("exit_status").asInt();
    }

    private String message() {
        return json.path("smartctl").path("messages").path(0).path("string").asText("no reason given");
    }

    private String deviceName() {
        return json.path("device")
                .path("name")
                .asText(json.path("device").path("info_name").asText("a drive"));
    }

    private String place() {
        String type = json.path("device").path("type").asText("");
        return type.contains(",") ? deviceName() + " " + type : deviceName();
    }
}
