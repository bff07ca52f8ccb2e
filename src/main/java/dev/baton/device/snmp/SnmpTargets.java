package dev.baton.device.snmp;

import dev.baton.action.Problem;
import dev.baton.device.DeviceSettings;
import dev.baton.device.snmp.usm.PassPhraseKeys;
import dev.baton.device.snmp.usm.Protocols;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Credential.Protected;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.inventory.SnmpVersion;
import dev.baton.secret.Secret;
import dev.baton.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.snmp4j.CommunityTarget;
import org.snmp4j.DirectUserTarget;
import org.snmp4j.Target;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How requests to a device are secured. */
@Component
class SnmpTargets {

    private static final int LARGEST_MESSAGE = 8192;
    private static final int SHORTEST_PASS_PHRASE = 8;

    private final DeviceSettings settings;
    private final Secrets secrets;
    private final PassPhraseKeys keys;
    private final InstantSource clock;

    @Autowired
    SnmpTargets(DeviceSettings settings, Secrets secrets, PassPhraseKeys keys) {
        this(settings, secrets, keys, InstantSource.system());
    }

    SnmpTargets(DeviceSettings settings, Secrets secrets, PassPhraseKeys keys, InstantSource clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /** A target of SNMP v1 or v2c. */
    Target<UdpAddress> community(UdpAddress address, SnmpAccess access, Credential.SnmpCommunity credential) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(bytes(secrets.resolve(credential.community()))));
        target.setVersion(access.version() == SnmpVersion.V1 ? SnmpConstants.version1 : SnmpConstants.version2c);
        return patient(target);
    }

    /** A target of SNMP v3, whose keys only fit the engine. */
    Target<UdpAddress> user(
            InventoryDevice device, UdpAddress address, SnmpAccess access, Credential.SnmpUser user, byte[] engineId) {
        AuthenticationProtocol authentication = null;
        OctetString authenticationKey = null;
        PrivacyProtocol privacy = null;
        OctetString privacyKey = null;
        if (user.auth() != null) {
            authentication = authentication(device, access, user.auth());
            authenticationKey = keys.authentication(authentication, passPhrase(device, user, user.auth()), engineId);
            if (user.privacy() != null) {
                privacy = privacy(device, access, user.privacy());
                privacyKey = keys.privacy(authentication, privacy, passPhrase(device, user, user.privacy()), engineId);
            }
        }
        DirectUserTarget<UdpAddress> target = new DirectUserTarget<>(
                address,
                new OctetString(user.username()),
                engineId,
                authentication,
                authenticationKey,
                privacy,
                privacyKey);
        target.setVersion(SnmpConstants.version3);
        return patient(target);
    }

    private Target<UdpAddress> patient(Target<UdpAddress> target) {
        target.setTimeout(settings.snmpTimeout().toMillis());
        target.setMaxSizeRequestPDU(LARGEST_MESSAGE);
        return target;
    }

    private AuthenticationProtocol authentication(InventoryDevice device, SnmpAccess access, Protected given) {
        refuseLegacy(device, access, given.protocol());
        return Protocols.authentication(given.protocol())
                .orElseThrow(() -> Problem.UNSUPPORTED.because(device.name() + ": the SNMPv3 authentication protocol "
                        + given.protocol() + " is not one of SHA, SHA-224, SHA-256, SHA-384, SHA-512 and MD5"));
    }

    private PrivacyProtocol privacy(InventoryDevice device, SnmpAccess access, Protected given) {
        refuseLegacy(device, access, given.protocol());
        return Protocols.privacy(given.protocol())
                .orElseThrow(() -> Problem.UNSUPPORTED.because(device.name() + ": the SNMPv3 privacy protocol "
                        + given.protocol()
                        + " is not one of AES-128, AES-192, AES-256, AES-192-C, AES-256-C and DES"));
    }

    private void refuseLegacy(InventoryDevice device, SnmpAccess access, String protocol) {
        if (!Protocols.isLegacy(protocol)) {
            return;
        }
        LocalDate until = access.legacyUntil();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (until == null || today.isAfter(until)) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the credential "
                    + access.credential().name() + " uses " + protocol + ", which the inventory "
                    + (until == null ? "does not allow for it (legacy-until)" : "allowed for it until " + until));
        }
    }

    private byte[] passPhrase(InventoryDevice device, Credential.SnmpUser user, Protected given) {
        byte[] bytes = bytes(secrets.resolve(given.secret()));
        if (bytes.length < SHORTEST_PASS_PHRASE) {
            throw Problem.AUTH_FAILED.because(device.name() + ": a pass phrase of the credential " + user.name()
                    + " is shorter than the 8 characters that SNMPv3 demands");
        }
        return bytes;
    }

    private static byte[] bytes(Secret secret) {
        try (secret) {
            char[] chars = secret.chars();
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(chars, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            return bytes;
        }
    }
}
