package dev.baton.device.snmp.usm;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.springframework.stereotype.Component;

/**
 * Makes the keys of SNMPv3 users as RFC 3414 A.2 says. The slow half, which hashes a mebibyte, does not depend on the
 * device: it is done once per pass phrase, and what a further device costs are two hashes of a few bytes.
 */
@Component
public class PassPhraseKeys {

    private static final int HASHED = 1024 * 1024;

    private final Map<PassPhrase, byte[]> kept = new ConcurrentHashMap<>();

    /** The authentication key of a user at one engine. */
    public OctetString authentication(AuthenticationProtocol protocol, byte[] passPhrase, byte[] engineId) {
        return new OctetString(localised(protocol, passPhrase, engineId));
    }

    /** The privacy key of a user at one engine. */
    public OctetString privacy(
            AuthenticationProtocol authentication, PrivacyProtocol privacy, byte[] passPhrase, byte[] engineId) {
        byte[] key = localised(authentication, passPhrase, engineId);
        if (key.length < privacy.getMinKeyLength()) {
            return new OctetString(privacy.extendShortKey(key, new OctetString(passPhrase), engineId, authentication));
        }
        return new OctetString(Arrays.copyOf(key, Math.min(key.length, privacy.getMaxKeyLength())));
    }

    private byte[] localised(AuthenticationProtocol protocol, byte[] passPhrase, byte[] engineId) {
        PassPhrase which = new PassPhrase(protocol.getID(), HexFormat.of().formatHex(protocol.hash(passPhrase)));
        byte[] key = kept.computeIfAbsent(which, ignored -> derive(protocol, passPhrase));
        ByteArrayOutputStream bound = new ByteArrayOutputStream();
        bound.writeBytes(key);
        bound.writeBytes(engineId);
        bound.writeBytes(key);
        return protocol.hash(bound.toByteArray());
    }

    /** The slow half. */
    byte[] derive(AuthenticationProtocol protocol, byte[] passPhrase) {
        byte[] repeated = new byte[HASHED];
        for (int i = 0; i < HASHED; i++) {
            repeated[i] = passPhrase[i % passPhrase.length];
        }
        byte[] key = protocol.hash(repeated);
        Arrays.fill(repeated, (byte) 0);
        return key;
    }

    /** @param fingerprint by the protocol's own hash, so that the pass phrase itself is not kept */
    private record PassPhrase(OID protocol, String fingerprint) {}
}
