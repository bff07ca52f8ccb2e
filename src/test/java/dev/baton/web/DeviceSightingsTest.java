package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class DeviceSightingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FindingViews findings;

    @Autowired
    private Observations observations;

    @Test
    void aDeviceShowsItsHardwareItsPortsAndItsFirmware() throws Exception {
        when(findings.list(any(), anyInt(), anyInt())).thenReturn(new FindingPage(List.of(), 1));
        when(observations.latest("core-sw1", "hardware"))
                .thenReturn(Optional.of(new Seen(
                        Map.of(
                                "parts",
                                List.of(
                                        Map.of("component", "fan", "place", "fan 1", "state", "OK", "serial", ""),
                                        Map.of(
                                                "component",
                                                "drive",
                                                "place",
                                                "bay 3",
                                                "state",
                                                "FAILED",
                                                "serial",
                                                "Z1"))),
                        NOW,
                        NOW,
                        "RUN-000007")));
        when(observations.latest("core-sw1", "ports"))
                .thenReturn(Optional.of(new Seen(
                        Map.of(
                                "ports",
                                Map.of("Gi1/0/1", "up;p;42;1000;0;0;;;;uplink <b>", "Gi1/0/2", "down;p;42;0;0;0;;;;")),
                        NOW,
                        NOW,
                        "RUN-000008")));
        when(observations.history("core-sw1", "firmware", 10))
                .thenReturn(List.of(
                        new Seen(Map.of("version", "15.2(7)E8", "parts", List.of()), NOW, NOW, "RUN-000009"),
                        new Seen(Map.of("version", "15.2(7)E3"), NOW, NOW, "RUN-000001")));

        Document page = page("/devices/core-sw1");

        assertThat(page.select("section:has(#hardware-title) tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Drive", "bay 3", "Failed", "Z1"),
                        second -> assertThat(second).contains("Fan", "fan 1", "Ok"));
        assertThat(page.select("section:has(#ports-title) tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Gi1/0/1", "up", "uplink <b>", "1000 Mb/s", "never"),
                        second -> assertThat(second).contains("Gi1/0/2", "down"));
        assertThat(page.select("section:has(#firmware-title) tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("15.2(7)E8", "RUN-000009"),
                        second -> assertThat(second).contains("15.2(7)E3", "RUN-000001"));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
