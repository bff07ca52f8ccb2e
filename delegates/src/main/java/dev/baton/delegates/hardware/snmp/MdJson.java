package dev.baton.delegates.hardware.snmp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.List;

/** The arrays in the JSON that a widespread extend script makes of sysfs: {@code {"data": [{"name": "md0", "degraded": 1}]}}. */
final class MdJson {

    private static final JsonMapper JSON = new JsonMapper();

    private MdJson() {}

    static List<Part> parts(String output, String program, String source) {
        try {
            JsonNode read = JSON.readTree(output);
            JsonNode data = read.path("data");
            if (read.path("error").asInt() != 0 || data.isMissingNode()) {
                return List.of(
                        unknown(program, "it says: " + read.path("errorString").asText("no data"), source));
            }
            List<Part> parts = new ArrayList<>();
            data.forEach(array -> {
                if (array.has("degraded")) {
                    parts.add(part(array, source));
                }
            });
            return parts;
        } catch (JsonProcessingException e) {
            return List.of(unknown(program, "its output is no JSON: " + e.getOriginalMessage(), source));
        }
    }

    private static Part part(JsonNode array, String source) {
        boolean rebuilding = List.of("recover", "resync", "reshape")
                .contains(array.path("action").asText());
        int missing = array.path("missing_devices_list").size();
        State state = array.path("degraded").asInt() > 0 || missing > 0
                ? State.DEGRADED
                : rebuilding ? State.REBUILDING : State.OK;
        String seen = "degraded is " + array.path("degraded").asText() + ", state is "
                + array.path("state").asText() + ", action is "
                + array.path("action").asText();
        return new Part(Component.ARRAY, array.path("name").asText(), state, rebuilding, "", "", List.of(seen), source);
    }

    private static Part unknown(String program, String seen, String source) {
        return new Part(Component.ARRAY, program, State.UNKNOWN, List.of(seen), source);
    }
}
