package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.device.trust.TrustedKeys;
import dev.baton.inventory.HostTrust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import net.schmizz.sshj.common.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyCheckTest {

    private static final String HOST = "192.0.2.1";
    private static final int PORT = 22;

    @TempDir
    Path folder;

    @Test
    void aKnownKeyIsAccepted() throws IOException {
        assertThat(refusal("host", HOST + " " + line("host"))).isNull();
    }

    @Test
    void anotherKeyIsRefusedWithBothFingerprints() throws IOException {
        assertThat(refusal("other", HOST + " " + line("host")))
                .contains("wanted " + fingerprint("host"))
                .contains("seen " + fingerprint("other"));
    }

    @Test
    void anUnknownHostIsRefused() throws IOException {
        assertThat(refusal("host", "192.0.2.7 " + line("host")))
                .contains("none is known")
                .contains("seen SHA256:");
    }

    @Test
    void aRevokedKeyIsRefusedWhereverTheLineStands() throws IOException {
        String known = HOST + " " + line("host");
        String revoked = "@revoked * " + line("host");

        assertThat(refusal("host", known, revoked)).contains("revoked");
        assertThat(refusal("host", revoked, known)).contains("revoked");
    }

    @Test
    void aRevokedKeyIsRefusedBehindAnyPortToo() throws IOException {
        List<String> lines = List.of("[" + HOST + "]:2222 " + line("host"), "@revoked " + HOST + " " + line("host"));
        HostKeyCheck check = check(TrustedKeys.of(lines, HOST, 2222, false));

        assertThat(check.verify(HOST, 2222, key("host"))).isFalse();
    }

    @Test
    void aCertificateOfTheAuthorityIsAccepted() throws IOException {
        assertThat(refusal("valid-cert", "@cert-authority * " + line("authority")))
                .isNull();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws IOException {
        assertThat(refusal("unknown-cert", "@cert-authority * " + line("authority")))
                .contains("unknown authority " + fingerprint("stranger"));
    }

    @Test
    void aCertificateThatIsNotForThisHostIsRefused() throws IOException {
        String authority = "@cert-authority * " + line("authority");

        assertThat(refusal("elsewhere-cert", authority)).contains("principals");
        assertThat(refusal("expired-cert", authority)).contains("not valid");
        assertThat(refusal("user-cert", authority)).contains("user's certificate");
    }

    @Test
    void aRevokedAuthorityOrARevokedKeyInACertificateIsRefused() throws IOException {
        String authority = "@cert-authority * " + line("authority");

        assertThat(refusal("valid-cert", authority, "@revoked * " + line("authority")))
                .contains("revoked");
        assertThat(refusal("valid-cert", authority, "@revoked * " + line("host")))
                .contains("revoked");
    }

    @Test
    void aKnownKeyIsAcceptedInACertificateThatNobodyAskedFor() throws IOException {
        assertThat(refusal("unknown-cert", HOST + " " + line("host"))).isNull();
    }

    @Test
    void hashedNamesWildcardsAndNegationsAreUnderstood() throws IOException {
        String hashed = "|1|T2RiFJeJTDPnku409fSuLuH4fWQ=|6V0J+y9Hp4pHPf1uAjLXsgqmbO0=";

        assertThat(refusal("host", hashed + " " + line("host"))).isNull();
        assertThat(refusal("host", "192.0.2.*,!192.0.2.9 " + line("host"))).isNull();
        assertThat(refusal("host", "192.0.2.?,!" + HOST + " " + line("host"))).isNotNull();
    }

    @Test
    void anotherPortIsAnotherHost() throws IOException {
        TrustedKeys trusted = TrustedKeys.of(List.of("[" + HOST + "]:2222 " + line("host")), HOST, PORT, false);

        assertThat(check(trusted).verify(HOST, PORT, key("host"))).isFalse();
    }

    @Test
    void aPinIsAFingerprint() throws IOException {
        TrustedKeys trusted = TrustedKeys.read(new HostTrust.Pin(fingerprint("host") + "="), HOST, PORT);

        assertThat(check(trusted).verify(HOST, PORT, key("host"))).isTrue();
        assertThat(check(trusted).verify(HOST, PORT, key("other"))).isFalse();
    }

    @Test
    void anAuthoritysFileHoldsBareKeys() throws IOException {
        Path file = Files.writeString(folder.resolve("authorities"), "# ours\n" + line("authority") + "\n");
        TrustedKeys trusted = TrustedKeys.read(new HostTrust.Authority(file), HOST, PORT);

        assertThat(check(trusted).verify(HOST, PORT, key("valid-cert"))).isTrue();
        assertThat(check(trusted).verify(HOST, PORT, key("host"))).isFalse();
    }

    @Test
    void theTypesOfTheKnownKeysAreNegotiatedFirst() throws IOException {
        TrustedKeys rsa = TrustedKeys.of(List.of(HOST + " " + line("rsa")), HOST, PORT, false);
        TrustedKeys certified = TrustedKeys.of(List.of("@cert-authority * " + line("authority")), HOST, PORT, false);

        assertThat(rsa.offers()).containsExactly(Set.of("rsa-sha2-512", "rsa-sha2-256"));
        assertThat(check(rsa).findExistingAlgorithms(HOST, PORT))
                .containsExactlyInAnyOrder("rsa-sha2-512", "rsa-sha2-256");
        assertThat(check(certified).findExistingAlgorithms(HOST, PORT)).allMatch(type -> type.contains("-cert-v01@"));
    }

    @Test
    void aPinDoesNotTellItsTypeSoThatAllAreAskedFor() throws IOException {
        TrustedKeys pin = TrustedKeys.read(new HostTrust.Pin(fingerprint("rsa")), HOST, PORT);

        assertThat(pin.offers()).hasSize(3).contains(Set.of("rsa-sha2-512", "rsa-sha2-256"));
    }

    @Test
    void aLostRevocationRefusesTheWholeFile() {
        assertThatThrownBy(() -> refusal("host", HOST + " " + line("host"), "@revoked * ssh-ed25519"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("@revoked");
    }

    private static HostKeyCheck check(TrustedKeys trusted) {
        return new HostKeyCheck(trusted, trusted.types());
    }

    private static @Nullable String refusal(String shown, String... knownHosts) throws IOException {
        HostKeyCheck check = check(TrustedKeys.of(List.of(knownHosts), HOST, PORT, false));
        boolean accepted = check.verify(HOST, PORT, key(shown));
        assertThat(accepted).isEqualTo(check.refusal() == null);
        return check.refusal();
    }

    private static PublicKey key(String name) throws IOException {
        return new Buffer.PlainBuffer(blob(name)).readPublicKey();
    }

    private static String fingerprint(String name) throws IOException {
        return TrustedKeys.fingerprint(blob(name));
    }

    private static byte[] blob(String name) throws IOException {
        return Base64.getDecoder().decode(line(name).split(" ")[1]);
    }

    private static String line(String name) throws IOException {
        try (InputStream file = HostKeyCheckTest.class.getResourceAsStream("/hostkeys/" + name + ".pub")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
