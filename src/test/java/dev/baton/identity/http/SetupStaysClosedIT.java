package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.application.RunningApplication;
import java.util.Map;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: the routes and the member of camunda-admin each keep the setup closed without the other. */
@RunningApplication
class SetupStaysClosedIT {

    private static final String GROUP = "camunda-admin";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identities;

    @LocalServerPort
    private int port;

    @AfterEach
    void closeAgain() {
        if (identities.createUserQuery().memberOfGroup(GROUP).count() == 0) {
            identities.createMembership("nobody", GROUP);
        }
    }

    @Test
    void cve2026_77226TheRoutesRefuseAlone() throws Exception {
        identities.deleteMembership("nobody", GROUP);

        String body = """
                {"profile": {"id": "evil", "firstName": "e", "lastName": "v"}, "credentials": {"password": "password-of-evil"}}""";

        assertThat(new Browser(port, Map.of()).raw("/camunda/api/admin/setup/default/user/create", body, ""))
                .isIn(302, 401, 403);
        assertThat(identities.createUserQuery().userId("evil").count()).isZero();
    }

    @Test
    void cve2026_77226TheMemberOfTheGroupRefusesAlone() {
        OpenSetup setup = new OpenSetup();

        assertThatThrownBy(() -> setup.ensureSetupAvailable(engine)).hasMessageContaining("Setup action not available");
        identities.deleteMembership("nobody", GROUP);
        setup.ensureSetupAvailable(engine);
    }

    /** Camunda's own check, with no filter before it. */
    private static final class OpenSetup extends SetupResource {

        @Override
        protected void ensureSetupAvailable(ProcessEngine engine) {
            super.ensureSetupAvailable(engine);
        }
    }
}
