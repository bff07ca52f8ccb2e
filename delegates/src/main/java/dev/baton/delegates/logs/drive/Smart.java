package dev.baton.delegates.logs.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the drives say of themselves. @param passed by name, whether the drive passes its own check */
public record Smart(Map<String, Boolean> passed) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(3);

    public Smart {
        passed = Map.copyOf(passed);
    }

    /** None where sudo asks for a password: a loop cannot give it. */
    public static List<Command> commands(Device device, boolean become) {
        Privilege privilege = Privilege.of(device, become);
        if (privilege == Privilege.ROOT_BY_PASSWORD) {
            return List.of();
        }
        String ask = privilege.line("env", "LC_ALL=C", "smartctl", "-j", "-H") + " \"$disk\"";
        return List.of(Command.exec("for disk in $(lsblk -dnpo NAME); do " + ask + "; done")
                .within(LIMIT));
    }

    /** A drive that does not tell, or whose answer is not understood, is unknown. */
    public static Smart read(Session session, boolean become) {
        Map<String, Boolean> passed = new HashMap<>();
        for (Command command : commands(session.device(), become)) {
            try (MappingIterator<JsonNode> answers = JSON.readerFor(JsonNode.class)
                    .readValues(session.send(command).output())) {
                while (answers.hasNextValue()) {
                    JsonNode answer = answers.nextValue();
                    JsonNode verdict = answer.path("smart_status").path("passed");
                    if (verdict.isBoolean()) {
                        passed.put(name(answer), verdict.asBoolean());
                    }
                }
            } catch (IOException e) {
                return new Smart(passed);
            }
        }
        return new Smart(passed);
    }

    /** {@code passed}, {@code failed} or {@code unknown}. */
    public String stateOf(String name) {
        Boolean answer = passed.get(name);
        return answer == null ? "unknown" : answer ? "passed" : "failed";
    }

    private static String name(JsonNode answer) {
        return answer.path("device").path("name").asText().replaceFirst("^/dev/", "");
    }
}
