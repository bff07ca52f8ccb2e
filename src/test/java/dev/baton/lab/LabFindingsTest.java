package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class LabFindingsTest {

    @Test
    void everyKindOfFindingIsShownByADeviceOrItIsWrittenWhyNot() throws IOException {
        List<Map<String, String>> shown = rows("lab/findings.yaml");

        assertThat(shown)
                .as("add a kind of finding-kinds.yaml to lab/findings.yaml, too")
                .extracting(row -> row.get("kind"))
                .containsExactlyInAnyOrderElementsOf(rows("finding-kinds.yaml").stream()
                        .map(row -> row.get("kind"))
                        .toList());
        assertThat(shown)
                .allSatisfy(row -> assertThat(row.containsKey("device"))
                        .as(row.get("kind"))
                        .isNotEqualTo(row.containsKey("reason")));
    }

    @Test
    void theDevicesAreThoseOfTheFleet() throws IOException {
        List<String> fleet =
                Fleet.read().devices().stream().map(Fleet.Member::name).toList();

        assertThat(rows("lab/findings.yaml"))
                .filteredOn(row -> row.containsKey("device"))
                .extracting(row -> row.get("device"))
                .isSubsetOf(fleet);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> rows(String file) throws IOException {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return new YAMLMapper().readValue(in, List.class);
        }
    }
}
