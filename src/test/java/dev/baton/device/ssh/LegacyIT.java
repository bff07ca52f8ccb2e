package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that speaks nothing but what was modern twenty years ago. */
class LegacyIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer(
            "HostKeyAlgorithms ssh-rsa",
            "KexAlgorithms diffie-hellman-group14-sha1",
            "Ciphers aes128-cbc",
            "MACs hmac-sha1",
            "LogLevel DEBUG1");

    private static final Deadlines DEADLINES = new Deadlines();
    private static final SshProtocol PROTOCOL = TestSsh.protocol(TestSettings.impatient(), DEADLINES);

    @AfterAll
    static void stop() {
        PROTOCOL.close();
        DEADLINES.close();
    }

    @Test
    void aMarkedDeviceIsSpokenToInItsOwnWay() {
        try (DeviceLink link = PROTOCOL.open(device(LocalDate.now().plusDays(2)))) {
            assertThat(link.send(Command.exec("echo it works")).output()).isEqualTo("it works\n");
        }
        assertThat(SERVER.log()).contains("aes128-cbc MAC: hmac-sha1");
    }

    @Test
    void aDeviceThatIsNotMarkedIsToldWhatItWouldTake() {
        ActionProblem problem = fail(null);

        assertThat(problem.problem()).isEqualTo(Problem.UNSUPPORTED);
        assertThat(problem)
                .hasMessageContaining("box1: no common algorithm of KeyExchangeAlgorithms")
                .hasMessageContaining("the device offers diffie-hellman-group14-sha1")
                .hasMessageContaining("Baton accepts curve25519-sha256")
                .hasMessageContaining("write legacy-until: DATE at its ssh");
    }

    @Test
    void theMarkEndsWithItsDay() {
        ActionProblem problem = fail(LocalDate.now().minusDays(2));

        assertThat(problem.problem()).isEqualTo(Problem.UNSUPPORTED);
        assertThat(problem)
                .hasMessageContaining("old algorithms were accepted from it until "
                        + LocalDate.now().minusDays(2));
    }

    private static ActionProblem fail(@Nullable LocalDate until) {
        try (DeviceLink link = PROTOCOL.open(device(until))) {
            return catchThrowableOfType(ActionProblem.class, () -> link.connect(Command.exec("true")));
        }
    }

    private static InventoryDevice device(@Nullable LocalDate until) {
        InventoryDevice box = Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin("host_rsa"));
        SshAccess access = new SshAccess(SERVER.port(), 830, SERVER.credential(), SERVER.pin("host_rsa"), null, until);
        return new InventoryDevice(box.device(), List.of(), access, null);
    }
}
