package dev.baton.device.snmp.usm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.smi.OctetString;

class PassPhraseKeysTest {

    private static final byte[] PHRASE = "maplesyrup".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");

    private final CountedKeys keys = new CountedKeys();

    @ParameterizedTest
    @CsvSource({"MD5,526f5eed9fcce26f8964c2930787d82b", "SHA,6695febc9288e36282235fc7151f128497b38f3f"})
    void theKeysAreThoseOfTheStandardsExamples(String protocol, String key) {
        assertThat(keys.authentication(authentication(protocol), PHRASE, ENGINE)
                        .toHexString()
                        .replace(":", ""))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void everyKeyIsTheOneThatTheLibraryMakesTheSlowWay(String name) {
        AuthenticationProtocol authentication = authentication(name);

        for (String privacyName : new String[] {"DES", "AES-128", "AES-192", "AES-256", "AES-192-C", "AES-256-C"}) {
            PrivacyProtocol privacy = Protocols.privacy(privacyName).orElseThrow();
            assertThat(keys.privacy(authentication, privacy, PHRASE, ENGINE).getValue())
                    .as("%s and %s", name, privacyName)
                    .isEqualTo(
                            SecurityProtocols.passwordToKey(privacy, authentication, new OctetString(PHRASE), ENGINE));
        }
        assertThat(keys.authentication(authentication, PHRASE, ENGINE).getValue())
                .isEqualTo(authentication.passwordToKey(new OctetString(PHRASE), ENGINE));
    }

    @Test
    void aThousandDevicesWithOnePassPhraseCostOneDerivation() {
        AuthenticationProtocol sha = authentication("SHA-256");

        for (int i = 0; i < 1_000; i++) {
            keys.authentication(sha, PHRASE, new byte[] {(byte) 0x80, 0, 0, 0, (byte) (i / 256), (byte) i});
        }

        assertThat(keys.derivations()).isEqualTo(1);
    }

    private static AuthenticationProtocol authentication(String name) {
        return Protocols.authentication(name).orElseThrow();
    }
}
