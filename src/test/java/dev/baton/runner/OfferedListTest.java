package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OfferedListTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void aListThatAStepOffersArrivesAtTheNextAsOne() {
        Map<String, Object> handed = new HashMap<>(Map.of("approved", true, "targets", "web1", "signer", "folder"));
        handed.putAll(Map.of("key", "/k", "names", "web1", "keyKind", "ec-p256", "authority", "ca.pem"));
        handed.put("patience", "P1D");
        ENGINE.called("certificate-signing", handed);
        ENGINE.done(
                "Task_MakeSigningRequests",
                Map.of(
                        "signingRequests",
                        SpinValues.jsonValue("[\"web1 QQ==\"]").create()));

        LockedExternalTask next = ENGINE.engine()
                .getExternalTaskService()
                .fetchAndLock(1, "node")
                .topic("collectCertificate", 60_000)
                .variables("requests", "authority", "nothing")
                .execute()
                .get(0);

        assertThat(StepFetcher.variables(next))
                .isEqualTo(Map.of("requests", List.of("web1 QQ=="), "authority", "ca.pem"));
    }
}
