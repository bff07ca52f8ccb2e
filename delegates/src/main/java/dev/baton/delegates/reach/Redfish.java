package dev.baton.delegates.reach;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Json;
import dev.baton.action.net.HttpHeader;
import dev.baton.action.net.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The system of a server as its controller shows it by Redfish (DMTF DSP0266). */
final class Redfish {

    /** All systems at once where a controller can expand, else the only one by the names that vendors give it. */
    private static final List<String> SYSTEMS = List.of(
            "/redfish/v1/Systems?$expand=.",
            "/redfish/v1/Systems/1",
            "/redfish/v1/Systems/System.Embedded.1",
            "/redfish/v1/Systems/Self");

    private static final Map<String, String> STATES = Map.of("On", "on", "PoweringOn", "on", "Off", "off");

    private Redfish() {}

    static boolean speaks(Device device) {
        return device.tags().contains("redfish");
    }

    static List<Command> commands(Device device, ReadPowerInputs inputs) {
        String address = device.address().contains(":") ? "[" + device.address() + "]" : device.address();
        HttpHeader login = new HttpHeader("Authorization", "Basic {credential:" + inputs.credential() + "}");
        return SYSTEMS.stream()
                .map(path -> new HttpRequest(
                                "GET",
                                HttpRequest.uri("https://" + address + ":" + inputs.port() + path),
                                0,
                                Objects.requireNonNullElse(inputs.ca(), ""),
                                List.of(login),
                                "")
                        .toDevice()
                        .within(inputs.limit()))
                .toList();
    }

    /** {@code on}, {@code off}, or {@code unknown} where the answer does not say. */
    static String power(Answer answer) {
        int body = Math.max(0, answer.output().indexOf('{'));
        return Json.read(answer.output().substring(body)).stream()
                .flatMap(json -> Stream.concat(Stream.of(json), json.at("Members").items().stream()))
                .map(system -> STATES.getOrDefault(system.at("PowerState").text(), "unknown"))
                .filter(power -> !power.equals("unknown"))
                .findFirst()
                .orElse("unknown");
    }
}
