package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.testing.ProcedureEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeployedDecisionsTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    private static final Map<String, Object> FACTS =
            Map.of("expired", false, "daysLeft", 3, "shareLeft", 1, "criticality", "low");

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final DeployedDecisions decisions = new DeployedDecisions(
            ENGINE.engine().getDecisionService(), ENGINE.engine().getRepositoryService(), () -> now);

    @Test
    void aDeployedTableIsAsked() {
        assertThat(decisions.rows("certificate-urgency", FACTS))
                .containsExactly(Map.of("urgency", "now", "severity", "CRITICAL"));
        assertThat(decisions.decide("certificate-urgency", FACTS)).containsEntry("urgency", "now");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> decisions.decide("no-such-table", Map.of()))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("no-such-table");
    }

    @Test
    void aThousandDevicesCostOneLook() throws SQLException {
        decisions.rows("certificate-urgency", FACTS);
        long before = statements();

        for (int device = 0; device < 1_000; device++) {
            decisions.rows("certificate-urgency", FACTS);
        }

        assertThat(statements()).isEqualTo(before);
        now = now.plusSeconds(1);
        decisions.rows("certificate-urgency", FACTS);
        assertThat(statements()).isEqualTo(before + 1);
    }

    /** How many statements the engine has sent since this was asked first. */
    private static long statements() throws SQLException {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) ENGINE.engine().getProcessEngineConfiguration();
        try (Connection connection = settings.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
            ResultSet counted = statement.executeQuery("select coalesce(sum(execution_count), 0)"
                    + " from information_schema.query_statistics where sql_statement like '%ACT_RE_DECISION_DEF%'"
                    + " and sql_statement not like '%query_statistics%'");
            counted.next();
            return counted.getLong(1);
        }
    }
}
