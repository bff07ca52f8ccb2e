package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Finding;
import dev.baton.action.SigningFolder;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.TestLinks;
import dev.baton.device.net.NetSettings;
import dev.baton.device.net.TestNet;
import dev.baton.device.ssh.TestSsh;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventory;
import dev.baton.secret.SecretReference;
import dev.baton.testing.LiveSteps;
import dev.baton.testing.ProcedureEngine;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** The renewal over real OpenSSH, nginx and openssl, signed by both kinds of authority. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CertificateRenewalIT {

    private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.once.only";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @TempDir
    static Path folder;

    private static final Deadlines DEADLINES = new Deadlines();

    private static OpensslAuthority authority;
    private static TlsHost host;
    private static TestNet net;
    private static Protocol ssh;
    private static String signer;
    private static Path requests;

    @BeforeAll
    static void start() throws Exception {
        Programs.require(TlsHost.NGINX, "/usr/bin/openssl");
        ssh = TestSsh.protocol(DEADLINES);
        authority = new OpensslAuthority(Files.createDirectory(folder.resolve("ca")));
        signer = authority.start();
        host = new TlsHost(Files.createDirectory(folder.resolve("host")));
        authority.issue(host.key(), host.certificate(), "web1");
        Files.setPosixFilePermissions(host.key(), PosixFilePermissions.fromString("rw-r-----"));
        host.start();
        requests = Files.createDirectory(folder.resolve("requests"));
        Inventory inventory = Mockito.mock(Inventory.class);
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        Mockito.when(inventory.credential("step-web1"))
                .thenReturn(Optional.of(new Credential.HttpToken(
                        "step-web1", new SecretReference("file:" + token), List.of("127.0.0.1"))));
        String allowed = signer.replaceAll("https://|/1.0/sign", "");
        net = new TestNet(new NetSettings(List.of(allowed, "127.0.0.1"), folder.resolve("ca")), inventory);
        await("nginx serves").atMost(20, TimeUnit.SECONDS).until(() -> !served().isEmpty());
    }

    @AfterAll
    static void stop() throws IOException {
        if (host != null) {
            host.stop();
        }
        if (net != null) {
            net.close();
        }
        if (authority != null) {
            authority.close();
        }
        DEADLINES.close();
    }

    @Test
    void aCertificateThatSomebodySignsInTheFolderIsServed() throws IOException {
        String before = served();

        ProcessInstance run = renew("folder", steps -> {
            assertThat(requests.resolve("RUN-000042-web1.csr")).exists();
            String request = Files.readString(requests.resolve("RUN-000042-web1.csr"));
            Files.writeString(requests.resolve("RUN-000042-web1.crt"), authority.signed(request));
            ENGINE.pass("IntermediateEvent_MinuteOver");
            steps.work(ENGINE);
        });

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_Renewed");
        assertThat(served()).isNotEqualTo(before).isEqualTo(serial(host.certificate()));
        assertThat(serial(Path.of(host.certificate() + ".before"))).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(host.key())).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Path.of(host.key() + ".next")).doesNotExist();
        Files.delete(requests.resolve("RUN-000042-web1.crt"));
    }

    @Test
    void aCertificateThatAStepCaSignsIsServedAndATokenIsUsedOnce() throws IOException {
        String before = served();
        authority.expect(TOKEN);

        ProcessInstance run = renew(signer, steps -> {});

        assertThat(ENGINE.findings()).isEmpty();
        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_Renewed");
        String renewed = served();
        assertThat(renewed).isNotEqualTo(before).isEqualTo(serial(host.certificate()));

        ProcessInstance again = renew(signer, steps -> {});

        BpmnAwareTests.assertThat(again).isEnded().hasPassed("EndEvent_NotSigned");
        assertThat(ENGINE.findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("seen status 401", "token *** is not valid");
        assertThat(served()).isEqualTo(renewed);
    }

    @Test
    void aCertificateThatIsNotServedGoesBack() throws IOException {
        String before = served();
        String key = Files.readString(host.key());
        authority.expect(TOKEN);
        host.deaf(true);

        ProcessInstance run = renew(signer, steps -> {});
        host.deaf(false);

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_RolledBack");
        assertThat(served()).isEqualTo(before).isEqualTo(serial(host.certificate()));
        assertThat(Files.readString(host.key())).isEqualTo(key);
    }

    @Test
    void aConfigurationThatIsNotSoundIsNeverReloadedAndThePersonIsCalled() throws IOException {
        String before = served();
        String sound = Files.readString(host.configuration());
        Files.writeString(host.configuration(), sound + "broken\n");
        authority.expect(TOKEN);

        ProcessInstance run = renew(signer, steps -> {});
        Files.writeString(host.configuration(), sound);

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_RollBackFailed");
        assertThat(served()).isEqualTo(before).isEqualTo(serial(host.certificate()));
    }

    private interface Act {
        void with(LiveSteps steps) throws IOException;
    }

    private static ProcessInstance renew(String by, Act meanwhile) throws IOException {
        ENGINE.select("web1");
        Map<String, Object> inputs = new HashMap<>(Map.of("query", "name = web1", "signer", by));
        inputs.putAll(Map.of("service", "port " + host.port(), "names", "{device}\n127.0.0.1", "keyKind", "ec-p256"));
        inputs.putAll(Map.of("certificate", host.certificate() + "", "key", host.key() + ""));
        inputs.putAll(Map.of("server", "nginx", "configuration", host.configuration() + "", "unit", "nginx.service"));
        inputs.putAll(Map.of("authority", "root.pem", "signerCredential", "step-{device}", "patience", "P1D"));
        ProcessInstance run = ENGINE.start("certificate-renewal", inputs);
        try (LiveSteps steps = new LiveSteps(
                List.of(host.device()),
                device -> TestLinks.fresh(device, ssh, net.protocol()),
                (path, sha256) -> {
                    throw new AssertionError(path);
                },
                Map.of(),
                net.chains(),
                new Requests())) {
            steps.work(ENGINE);
            ENGINE.decide("Task_ApproveRenewal", "approve");
            steps.work(ENGINE);
            meanwhile.with(steps);
        }
        return run;
    }

    private static String served() {
        return Programs.run(
                        "/bin/sh",
                        "-c",
                        "openssl s_client -connect 127.0.0.1:" + host.port()
                                + " -servername web1 </dev/null 2>/dev/null | openssl x509 -noout -serial || true")
                .strip();
    }

    private static String serial(Path certificate) {
        return Programs.run("/usr/bin/openssl", "x509", "-noout", "-serial", "-in", certificate.toString())
                .strip();
    }

    private static final class Requests implements SigningFolder {

        @Override
        public void leave(String name, String request) {
            try {
                Files.writeString(requests.resolve(name + ".csr"), request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<String> answer(String name) {
            try {
                Path file = requests.resolve(name + ".crt");
                return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
