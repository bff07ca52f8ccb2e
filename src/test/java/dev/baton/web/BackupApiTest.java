package dev.baton.web;

import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class BackupApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ConfigArchive archive;

    @Test
    void theCoverageOfBackupsIsListedByState() throws Exception {
        Instant at = Instant.parse("2026-11-25T12:00:00Z");
        when(archive.coverage())
                .thenReturn(List.of(
                        new Coverage("core-sw1", "cisco_ios", State.CURRENT, at, null, null, at, Set.of()),
                        new Coverage("edge1", "frr", State.MISSING, null, at, null, at, Set.of())));

        mvc.perform(get("/api/v1/backups?state=MISSING"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].device").value("edge1"))
                .andExpect(jsonPath("$.items[0].failingSince").value("2026-11-25T12:00:00Z"));
        mvc.perform(get("/api/v1/backups?state=x")).andExpect(status().isBadRequest());
    }
}
