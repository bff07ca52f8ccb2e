package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH certificates of users and hosts. */
class CertificateIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static final Command TRUE = Command.exec("true");
    private static final String ME = System.getProperty("user.name");
    private static final String NOW = "-5m:+1h";

    private static Deadlines deadlines;
    private static SshProtocol protocol;

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

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void aCertificateLogsInWhereItsKeyIsNotKnown(String type) {
        Credential.SshKey certified = SERVER.certifiedCredential(type, ME, NOW);
        Credential bare = new Credential.SshKey("bare", certified.username(), certified.privateKey(), null, null);

        try (DeviceLink link = link(certified, SERVER.pin())) {
            assertThat(link.send(TRUE).succeeded()).isTrue();
        }
        assertThat(fail(bare).problem()).isEqualTo(Problem.AUTH_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"somebodyelse, -5m:+1h", "ME, -2h:-1h"})
    void aCertificateForSomebodyElseOrFromYesterdayIsRefusedByTheServer(String principal, String validity) {
        ActionProblem problem = fail(SERVER.certifiedCredential("ed25519", principal.replace("ME", ME), validity));

        assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(problem).hasMessageContaining("the device refused the credential certified_");
    }

    @ParameterizedTest
    @CsvSource({
        "user.pub, it is a key without a certificate",
        "host_ed25519-cert.pub, it is a host's certificate",
        "sshd_config, it is in no known form"
    })
    void whatIsNoUsersCertificateIsNamed(String file, String reason) {
        assertUnusable(SERVER.folder().resolve(file).toString(), reason);
    }

    @Test
    void aCertificateOfAnotherKeyIsNamed() {
        String other =
                SERVER.certifiedCredential("ed25519", ME, NOW).certificate().uri();

        assertUnusable(other.substring("file:".length()), "it is for another key");
    }

    @Test
    void aHostWithAnRsaCertificateIsTrustedByItsAuthority() throws Exception {
        SERVER.restartWith("HostCertificate " + SERVER.hostCertificate("rsa"));

        try (DeviceLink link = link(SERVER.credential(), SERVER.authority())) {
            assertThat(link.send(TRUE).succeeded()).isTrue();
        }
    }

    private static void assertUnusable(String file, String reason) {
        Credential.SshKey key = SERVER.certifiedCredential("ed25519", ME, NOW);
        ActionProblem problem = fail(new Credential.SshKey(
                "ops-key", ME, key.privateKey(), null, new SecretReference("file:" + file), null));

        assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(problem)
                .hasMessageMatching(
                        "box1: .*the certificate of the credential ops-key cannot be used: " + Pattern.quote(reason));
    }

    private static DeviceLink link(Credential credential, HostTrust trust) {
        return protocol.open(Devices.ssh("linux", SERVER.port(), credential, trust));
    }

    private static ActionProblem fail(Credential credential) {
        try (DeviceLink link = link(credential, SERVER.pin())) {
            return catchThrowableOfType(ActionProblem.class, () -> link.send(TRUE));
        }
    }
}
