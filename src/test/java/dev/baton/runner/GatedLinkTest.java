package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.runner.OpenBreaker.Kind;
import dev.baton.secret.SecretReference;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatedLinkTest {

    private static final Command LOOK = Command.exec("look");
    private static final Command CHECK_PORT = new Command(Channel.TCP_CONNECT, "443", false, Duration.ofSeconds(1));

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private int turns;

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aRefusalByAJumpHostIsNoRefusalOfTheCredentialBehindIt() {
        InventoryDevice behind = behindABastion();
        fails(Problem.AUTH_FAILED, "bastion1 (on the way to box1): the device refused the credential bastion");

        for (int tries = 0; tries < 3; tries++) {
            tryOnce(link(behind));
        }

        assertThat(runner.openBreakers.of(Kind.CREDENTIAL, "bastion")).isPresent();
        assertThat(runner.openBreakers.of(Kind.CREDENTIAL, "net-admin")).isEmpty();
    }

    @Test
    void aDeviceThatComesBackFromARestartMayRefuseLoginsForAWhile() {
        GatedLink link = link(RunnerFixture.device("box1"));
        fails(Problem.UNREACHABLE, "box1: connection refused");
        tryOnce(link);
        fails(Problem.AUTH_FAILED, "box1: the device refused the credential net-admin");

        for (int tries = 0; tries < 10; tries++) {
            tryOnce(link);
        }

        assertThat(runner.openBreakers.of(Kind.CREDENTIAL, "net-admin")).isEmpty();
    }

    @Test
    void pollsOfADeviceThatRestartsAreOneFailureAndNoneOnceItIsBack() {
        GatedLink link = link(RunnerFixture.device("box1"));
        fails(Problem.UNREACHABLE, "box1: connection refused");
        for (int tries = 0; tries < 10; tries++) {
            tryOnce(link);
        }
        link.conclude();
        assertThat(runner.openBreakers.of(Kind.DEVICE, "box1")).isEmpty();
        runner.links.onConnect = () -> {};

        tryOnce(link);
        link.conclude();
        fourFailuresInARow();

        assertThat(runner.openBreakers.of(Kind.DEVICE, "box1")).isEmpty();
    }

    @Test
    void thePasswordOfSudoIsFirstGivenInItsTurn() {
        GatedLink link = link(RunnerFixture.device("box1"));
        tryOnce(link);

        link.connect(Command.exec(Privilege.ROOT_BY_PASSWORD.line("id")));
        link.connect(Command.exec(Privilege.ROOT_BY_PASSWORD.line("id")));

        assertThat(turns).isEqualTo(2);
    }

    @Test
    void onlyALoginWaitsForItsTurn() {
        GatedLink link = link(RunnerFixture.device("box1"));
        tryOnce(link);
        tryOnce(link);
        assertThat(turns).isEqualTo(1);

        link.close();
        tryOnce(link);

        assertThat(turns).isEqualTo(2);
    }

    @Test
    void aConnectionThatAnEarlierStepLeftDoesNotProveTheCredential() {
        GatedLink link = link(RunnerFixture.device("box1"));
        tryOnce(link);
        fails(Problem.AUTH_FAILED, "box2: the device refused the credential net-admin");
        tryOnce(link(RunnerFixture.device("box2")));
        runner.links.onConnect = () -> {};

        tryOnce(link);

        for (int login = 0; login < 2; login++) {
            assertThat(runner.credentials.admit("box3", Set.of("net-admin"))).isPresent();
        }
        assertThat(runner.credentials.admit("box3", Set.of("net-admin"))).isEmpty();
    }

    @Test
    void aFailedCheckOfAPortSaysNothingAboutTheDevice() {
        fails(Problem.UNREACHABLE, "box1 port 443: connection refused");

        for (int tries = 0; tries < 5; tries++) {
            GatedLink link = link(RunnerFixture.device("box1"));
            var unused = catchThrowable(() -> link.connect(CHECK_PORT));
            link.conclude();
        }

        assertThat(runner.openBreakers.of(Kind.DEVICE, "box1")).isEmpty();
    }

    private void fourFailuresInARow() {
        fails(Problem.UNREACHABLE, "box1: connection refused");
        for (int attempts = 0; attempts < 4; attempts++) {
            GatedLink link = link(RunnerFixture.device("box1"));
            tryOnce(link);
            link.conclude();
        }
    }

    private void fails(Problem problem, String reason) {
        runner.links.onConnect = () -> {
            throw problem.because(reason);
        };
    }

    private static void tryOnce(GatedLink link) {
        var unused = catchThrowable(() -> link.connect(LOOK));
    }

    private GatedLink link(InventoryDevice device) {
        return new GatedLink(runner.links.open(device, "run"), device, runner.credentials, runner.devices, names -> {
            turns++;
            return runner.credentials.admit(device.name(), names).orElseThrow();
        });
    }

    private static InventoryDevice behindABastion() {
        InventoryDevice box = RunnerFixture.device("box1");
        InventoryDevice bastion = RunnerFixture.device("bastion1");
        SshAccess access = Objects.requireNonNull(bastion.ssh());
        Credential credential = new Credential.SshPassword("bastion", "ops", new SecretReference("env:BASTION"), null);
        InventoryDevice jump = new InventoryDevice(
                bastion.device(), List.of(), new SshAccess(22, credential, access.hostTrust(), null), null);
        return new InventoryDevice(
                box.device(),
                List.of(),
                new SshAccess(22, Objects.requireNonNull(box.ssh()).credential(), access.hostTrust(), jump),
                null);
    }
}
