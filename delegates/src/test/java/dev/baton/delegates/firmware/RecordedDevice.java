package dev.baton.delegates.firmware;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A device of {@code devices.txt}: what its agent has, and what should be made of it. */
record RecordedDevice(String platform, String version, String model, String serial, Map<String, Binding> variables) {

    static List<RecordedDevice> all() {
        List<RecordedDevice> devices = new ArrayList<>();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("== ")) {
                String[] wanted = line.substring(3).split(" \\| ");
                devices.add(
                        new RecordedDevice(wanted[0], wanted[1], wanted[2], wanted[3].strip(), new LinkedHashMap<>()));
            } else {
                devices.get(devices.size() - 1).add(line);
            }
        });
        return devices;
    }

    private void add(String line) {
        String[] words = line.split(" ", 3);
        String oid = words[0];
        String value;
        if (oid.startsWith("E.")) {
            String[] cell = oid.split("\\.");
            oid = "1.3.6.1.2.1.47.1.1.1.1." + cell[2] + "." + cell[1];
            value = line.substring(line.indexOf(' ') + 1);
        } else {
            value = words.length < 3 ? "" : words[2];
        }
        String text = value.replace("\\r", "\r").replace("\\n", "\n");
        variables.put(oid, new Binding(oid, "OCTET STRING", text));
    }

    ScriptedSession session() {
        return ScriptedSession.of(new ScriptedDialect("unheard_of", ScriptedDialect.SWITCH.shell()))
                .on("", this::answer);
    }

    Answer answer(Command command) {
        if (command.channel() == Channel.SNMP_WALK) {
            return Answer.of(
                    command,
                    variables.values().stream()
                            .filter(binding -> binding.oid().startsWith(command.text() + "."))
                            .toList());
        }
        return Answer.of(
                command,
                Arrays.stream(command.text().split(" "))
                        .map(oid -> variables.getOrDefault(oid, new Binding(oid, "noSuchObject", "")))
                        .toList());
    }

    @Override
    public String toString() {
        return platform + " " + version;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(RecordedDevice.class.getResourceAsStream("devices.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
