package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeployedDecisionsTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    private final DeployedDecisions decisions = new DeployedDecisions(
            ENGINE.engine().getDecisionService(), ENGINE.engine().getRepositoryService());

    @Test
    void aDeployedTableIsAsked() {
        Map<String, Object> facts = Map.of("expired", false, "daysLeft", 3, "shareLeft", 1, "criticality", "low");

        assertThat(decisions.rows("certificate-urgency", facts))
                .containsExactly(Map.of("urgency", "now", "severity", "CRITICAL"));
        assertThat(decisions.decide("certificate-urgency", facts)).containsEntry("urgency", "now");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> decisions.decide("no-such-table", Map.of()))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("no-such-table");
    }
}
