package dev.baton.device.snmp;

import dev.baton.action.Problem;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Credential.Protected;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.secret.Secret;
import dev.baton.secret.Secrets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.DirectUserTarget;
import org.snmp4j.Target;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.springframework.stereotype.Component;

/**
 * Where requests go and how they are secured. The keys of an SNMPv3 device are kept, because making one hashes a mebibyte
 * per pass phrase: hundreds of times the work of a request.
 */
@Component
class SnmpTargets {

    private static final int LARGEST_MESSAGE = 8192;

    private final SnmpEngine engine;
    private final Secrets secrets;
    private final Map<Identity, Keys> known = new ConcurrentHashMap<>();

    SnmpTargets(SnmpEngine engine, Secrets secrets) {
        this.engine = engine;
        this.secrets = secrets;
    }

    /** The target for a device; for SNMPv3 its engine id is asked for when it is not known yet. */
    Target<UdpAddress> of(InventoryDevice device, SnmpAccess access) {
        UdpAddress address = address(device, access);
        Target<UdpAddress> target;
        if (access.credential() instanceof Credential.SnmpCommunity community) {
            target = community(address, community);
        } else if (access.credential() instanceof Credential.SnmpUser user) {
            target = user(device, address, user);
        } else {
            throw Problem.AUTH_FAILED.because(device.name() + ": the credential "
                    + access.credential().name() + " is for SSH; SNMP needs a community or a user");
        }
        target.setTimeout(engine.settings().snmpTimeout().toMillis());
        target.setRetries(engine.settings().snmpRetries());
        target.setMaxSizeRequestPDU(LARGEST_MESSAGE);
        return target;
    }

    /** Forgets engine id and keys, after the device refused them. */
    void forget(InventoryDevice device, SnmpAccess access) {
        if (access.credential() instanceof Credential.SnmpUser user) {
            known.remove(new Identity(address(device, access), user.username()));
        }
    }

    private static UdpAddress address(InventoryDevice device, SnmpAccess access) {
        try {
            return new UdpAddress(InetAddress.getByName(device.device().address()), access.port());
        } catch (UnknownHostException e) {
            throw Problem.UNREACHABLE.because(
                    device.name() + ": " + device.device().address() + " over SNMP: the name cannot be resolved");
        }
    }

    private Target<UdpAddress> community(UdpAddress address, Credential.SnmpCommunity credential) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(bytes(secrets.resolve(credential.community()))));
        target.setVersion(SnmpConstants.version2c);
        return target;
    }

    private Target<UdpAddress> user(InventoryDevice device, UdpAddress address, Credential.SnmpUser user) {
        AuthenticationProtocol authentication = authentication(device, user.auth());
        PrivacyProtocol privacy = user.privacy() == null ? null : privacy(device, user.privacy());
        byte[] auth = passphrase(device, user, user.auth());
        byte[] priv = user.privacy() == null ? new byte[0] : passphrase(device, user, user.privacy());
        Identity identity = new Identity(address, user.username());
        String settings = user.auth().protocol() + "/" + (privacy == null ? "" : privacy.getID());
        byte[] digest = digest(settings, auth, priv);
        Keys keys = known.get(identity);
        if (keys == null || !MessageDigest.isEqual(keys.digest(), digest)) {
            byte[] engineId = engine.discoverEngineId(address);
            if (engineId == null) {
                throw Problem.UNREACHABLE.because(
                        device.name() + ": " + address + " over SNMPv3: no answer to the question for its engine id");
            }
            keys = new Keys(
                    engineId,
                    new OctetString(authentication.passwordToKey(new OctetString(auth), engineId)),
                    privacy == null
                            ? null
                            : new OctetString(SecurityProtocols.passwordToKey(
                                    privacy, authentication, new OctetString(priv), engineId)),
                    digest);
            known.put(identity, keys);
        }
        DirectUserTarget<UdpAddress> target = new DirectUserTarget<>(
                address,
                new OctetString(user.username()),
                keys.engineId(),
                authentication,
                keys.authentication(),
                privacy,
                keys.privacy());
        target.setVersion(SnmpConstants.version3);
        return target;
    }

    private AuthenticationProtocol authentication(InventoryDevice device, Protected given) {
        AuthenticationProtocol found =
                engine.securityProtocols().getAuthenticationProtocol(ProtocolNames.authentication(given.protocol()));
        if (found == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the SNMPv3 authentication protocol " + given.protocol()
                    + " is not one of SHA, SHA-224, SHA-256, SHA-384 and SHA-512");
        }
        return found;
    }

    private PrivacyProtocol privacy(InventoryDevice device, Protected given) {
        PrivacyProtocol found = engine.securityProtocols().getPrivacyProtocol(ProtocolNames.privacy(given.protocol()));
        if (found == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the SNMPv3 privacy protocol " + given.protocol()
                    + " is not one of AES-128, AES-192 and AES-256");
        }
        return found;
    }

    private byte[] passphrase(InventoryDevice device, Credential.SnmpUser user, Protected given) {
        byte[] bytes = bytes(secrets.resolve(given.secret()));
        if (bytes.length < 8) {
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

    private static byte[] digest(String settings, byte[] auth, byte[] priv) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(settings.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(auth);
            digest.update((byte) 0);
            return digest.digest(priv);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private record Identity(UdpAddress address, String user) {}

    /** @param digest of what the keys were made from, to notice a changed pass phrase */
    @SuppressWarnings("ArrayRecordComponent")
    private record Keys(
            byte[] engineId,
            OctetString authentication,
            @Nullable OctetString privacy,
            byte[] digest) {}
}
