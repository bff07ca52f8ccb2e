package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.Platform;
import dev.baton.device.platform.Platforms;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.testing.FrrRouter;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrrIT {

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    private static final Platforms PLATFORMS = TestPlatforms.shipped();
    private static Deadlines deadlines;
    private static SshProtocol protocol;

    private final Platform frr = PLATFORMS.of("frr");

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    }

    @AfterAll
    static void stop() {
        protocol.close();
        deadlines.close();
    }

    @Test
    void theConfigurationIsReadWholeAndWithoutSecrets() {
        try (DeviceLink link = protocol.open(ROUTER.device())) {
            String configuration = link.send(frr.command(Operation.SHOW_CONFIG)).output();

            assertThat(frr.incompleteness(configuration)).isEmpty();
            assertThat(frr.withoutVolatileLines(configuration))
                    .contains("router bgp 64512", "neighbor 192.0.2.2 password geheim")
                    .doesNotContain("Building configuration", "show running-config", "#");
            assertThat(frr.withoutSecrets(configuration)).doesNotContain("geheim");
        }
    }

    @Test
    void aChangeIsMadeAndSavedAndReadAgain() throws IOException {
        try (DeviceLink link = protocol.open(ROUTER.device())) {
            for (String line :
                    new String[] {"configure terminal", "router bgp 64512", "neighbor 192.0.2.3 remote-as 64514", "end"
                    }) {
                link.send(Command.cli(line).changing());
            }
            link.send(frr.command(Operation.SAVE_CONFIG));

            assertThat(link.send(frr.command(Operation.SHOW_CONFIG)).output())
                    .contains(" neighbor 192.0.2.3 remote-as 64514\n");
            assertThat(ROUTER.startupConfiguration()).contains("192.0.2.3");
        }
    }

    @Test
    void aRejectedCommandIsToldByItsErrorLine() {
        try (DeviceLink link = protocol.open(ROUTER.device())) {
            ActionProblem problem =
                    catchThrowableOfType(ActionProblem.class, () -> link.send(Command.cli("show nonsense")));

            assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
            assertThat(problem).hasMessageContaining("% Unknown command");
            assertThat(link.send(Command.cli("show version")).output()).contains("FRRouting");
        }
    }
}
