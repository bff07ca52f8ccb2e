package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedTable;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchRiskTest {

    private static final ShippedTable TABLE = new ShippedTable("patch-risk");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 |  4 | security |   8 |  8 | high   | 1, 10%, 50%, rest",
                "0 | 51 | security |  51 | 51 | high   | 1, 5%, 25%, rest",
                "0 | 10 | security | 100 | 10 | low    | 1, rest",
                "0 | 10 | cves     | 100 |  0 | low    | 1, rest",
                "0 | 11 | security |  11 | 11 | medium | 1, 50%, rest",
                "0 | 10 | all      |  20 |  0 | low    | 1, 50%, rest",
                "0 |  4 | all      |  12 |  5 | medium | 1, 50%, rest",
            })
    void theFirstRowThatFitsSetsRiskAndRollout(
            int silent, int hosts, String scope, int patches, int security, String risk, String rollout) {
        Map<String, Object> facts = Map.of(
                "notListedCount", silent,
                "targetCount", hosts,
                "scope", scope,
                "patchCount", patches,
                "securityCount", security);

        assertThat(TABLE.first(facts)).containsEntry("patchRisk", risk).containsEntry("rollout", rollout);
    }
}
