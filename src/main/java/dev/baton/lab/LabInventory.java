package dev.baton.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the inventory of the lab as an operator would write theirs. */
final class LabInventory {

    private static final String HEAD = "# Written at every start of the lab; copy it before you change it.\n";

    private LabInventory() {}

    static Path write(LabFolder folder, Fleet fleet, List<LabDevice> devices, LabCredentials credentials) {
        Map<String, Object> inventory = new LinkedHashMap<>();
        inventory.put("sites", fleet.sites());
        inventory.put(
                "devices",
                devices.stream().map(device -> described(device, credentials)).toList());
        inventory.put("credentials", credentials.described());
        Path file = folder.path("inventory.yaml");
        try {
            folder.write(file, HEAD + new YAMLMapper().writeValueAsString(inventory));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lab's inventory cannot be written as YAML", e);
        }
        return file;
    }

    /** What {@code certificate-check} looks for: who speaks TLS, and on which ports. */
    private static List<String> tags(LabDevice device) {
        List<String> tags = new ArrayList<>(device.member().tags());
        if (!device.tlsPorts().isEmpty()) {
            tags.add("tls");
            device.tlsPorts().forEach(port -> tags.add("tls-" + port));
        }
        return tags;
    }

    private static Map<String, Object> described(LabDevice device, LabCredentials credentials) {
        Fleet.Member member = device.member();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", member.name());
        described.put("address", "127.0.0.1");
        described.put("platform", member.platform());
        described.put("site", member.site());
        described.put("role", member.role());
        described.put("tags", tags(device));
        described.put("criticality", member.criticality());
        if (member.redundancyGroup() != null) {
            described.put("redundancy-group", member.redundancyGroup());
        }
        if (!member.dependsOn().isEmpty()) {
            described.put("depends-on", member.dependsOn());
        }
        if (!member.appliance()) {
            described.put(
                    "ssh",
                    Map.of(
                            "port", device.sshPort(),
                            "credential", credentials.sshName(member),
                            "host-key", device.fingerprint()));
        }
        if (!member.snmp().equals("none")) {
            described.put("snmp", Map.of("port", device.snmpPort(), "credential", credentials.snmpName(member)));
        }
        return described;
    }
}
