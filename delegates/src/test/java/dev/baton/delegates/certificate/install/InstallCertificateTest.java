package dev.baton.delegates.certificate.install;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.delegates.certificate.Issuer;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.delegates.certificate.sign.IssuedChain;
import dev.baton.testing.ScriptedSession;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallCertificateTest {

    private static final KeyPair OLD_KEYS = Issuer.keys();
    private static final KeyPair NEW_KEYS = Issuer.keys();
    private static final String OLD = certificate(OLD_KEYS);
    private static final String NEW = certificate(NEW_KEYS);
    private static final String CURRENT = "openssl x509 -in /etc/tls/site.crt";
    private static final String BEFORE = CURRENT + ".before";
    private static final String KEY = "openssl pkey -in /etc/tls/site.key -pubout";
    private static final String NEXT_KEY = "openssl pkey -in /etc/tls/site.key.next -pubout";
    private static final String TEST = "sudo -n nginx -t";
    private static final String RELOAD = "sudo -n systemctl reload nginx.service";

    private final InstallCertificate installCertificate = new InstallCertificate();
    private final RollBackCertificate rollBackCertificate = new RollBackCertificate();

    @Test
    void theNewOneTakesThePlaceOfTheOldOne() {
        ScriptedSession host = host().on(CURRENT, OLD).on(NEXT_KEY, Issuer.publicKey(NEW_KEYS));

        host.perform(installCertificate, inputs());

        assertThat(host.sent()).hasSize(5).endsWith(TEST, RELOAD);
        assertThat(host.sent().get(2)).contains("baton-replace /etc/tls/site.key /etc/tls/site.crt ");
        assertThat(host.fact("replacedCertificate")).contains(fingerprint(host.device(), OLD));
        assertThat(host.fact("installedCertificate")).contains(fingerprint(host.device(), NEW));
    }

    @Test
    void afterACrashNothingIsReplacedAgainAndTheOldOneStaysKnown() {
        ScriptedSession host = host().on(CURRENT, NEW).knowing("replacedCertificate", "AB:CD");

        host.perform(installCertificate, inputs());

        assertThat(host.sent()).containsExactly(CURRENT, TEST, RELOAD);
        assertThat(host.fact("replacedCertificate")).contains("AB:CD");
    }

    @Test
    void aKeyThatIsNotThatOfTheCertificateIsNotInstalled() {
        ScriptedSession host = host().on(CURRENT, OLD).on(NEXT_KEY, Issuer.publicKey(OLD_KEYS));

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(installCertificate, inputs()))
                .hasMessageContaining("site.key.next should be the key of the new certificate");
        assertThat(host.sent()).noneMatch(text -> text.contains("baton-replace"));
    }

    @Test
    void aConfigurationThatIsNotSoundIsNotReloaded() {
        ScriptedSession host = ScriptedSession.host()
                .on(CURRENT, NEW)
                .on(TEST, 1, "nginx: [emerg] unknown directive")
                .on(RELOAD, "");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(installCertificate, inputs()))
                .hasMessageContaining("should be sound", "unknown directive");
        assertThat(host.sent()).doesNotContain(RELOAD);
    }

    @Test
    void theOldOneComesBack() {
        ScriptedSession host = host().on(BEFORE, OLD).on(CURRENT, NEW).on(KEY, Issuer.publicKey(NEW_KEYS));
        host.knowing("replacedCertificate", fingerprint(host.device(), OLD));

        assertThat(host.perform(rollBackCertificate, inputs()).changed()).isTrue();

        assertThat(host.sent().get(2)).contains("baton-restore /etc/tls/site.key /etc/tls/site.crt");
        assertThat(host.sent()).endsWith(TEST, RELOAD);
    }

    @Test
    void aKeyThatWasReplacedAloneComesBackToo() {
        ScriptedSession host = host().on(BEFORE, OLD).on(CURRENT, OLD).on(KEY, Issuer.publicKey(NEW_KEYS));
        host.knowing("replacedCertificate", fingerprint(host.device(), OLD));

        host.perform(rollBackCertificate, inputs());

        assertThat(host.sent()).anyMatch(text -> text.contains("baton-restore"));
    }

    @Test
    void whatAnEarlierRunLeftBesideIsNotPutBack() {
        ScriptedSession host =
                host().on(BEFORE, certificate(Issuer.keys())).on(CURRENT, NEW).on(KEY, Issuer.publicKey(NEW_KEYS));
        host.knowing("replacedCertificate", fingerprint(host.device(), OLD));

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(rollBackCertificate, inputs()))
                .hasMessageContaining("site.crt.before is not the certificate that this run replaced");
    }

    @Test
    void whereNothingWasReplacedNothingIsPutBack() {
        ScriptedSession untouched = host();
        assertThat(untouched.perform(rollBackCertificate, inputs()).changed()).isFalse();
        assertThat(untouched.sent()).isEmpty();

        ScriptedSession tried = host().on(CURRENT, OLD).on(KEY, Issuer.publicKey(OLD_KEYS));
        tried.knowing("replacedCertificate", fingerprint(tried.device(), OLD));
        tried.perform(rollBackCertificate, inputs());
        assertThat(tried.sent()).containsExactly(CURRENT, KEY, TEST, RELOAD);
    }

    private static ScriptedSession host() {
        // Longer words come first: the script takes the first that a command contains.
        return ScriptedSession.host()
                .on("baton-replace", "")
                .on("baton-restore", "")
                .on(TEST, "")
                .on(RELOAD, "");
    }

    private static String fingerprint(Device device, String pem) {
        return IssuedChain.of(device, pem).fingerprint();
    }

    private static String certificate(KeyPair keys) {
        return Issuer.certificate(
                keys.getPublic(), Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(30), "dev1");
    }

    private static InstallCertificateInputs inputs() {
        return new InstallCertificateInputs(
                List.of(TextPerDevice.line("dev1", NEW)),
                "/etc/tls/site.crt",
                "/etc/tls/site.key",
                ServerKind.NGINX,
                "default",
                "nginx.service",
                true,
                Duration.ofMinutes(1));
    }
}
