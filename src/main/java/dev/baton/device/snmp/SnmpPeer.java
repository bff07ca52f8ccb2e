package dev.baton.device.snmp;

import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.snmp.usm.EngineIds;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.snmp4j.Target;
import org.snmp4j.smi.UdpAddress;

/** Finds out where one device is and, for SNMPv3, which engine answers there. */
final class SnmpPeer {

    private final InventoryDevice device;
    private final SnmpAccess access;
    private final SnmpEngine engine;
    private final SnmpTargets targets;
    private final Addresses addresses;
    private final EngineIds engineIds;
    private @Nullable Target<UdpAddress> target;
    private boolean asked;

    SnmpPeer(
            InventoryDevice device,
            SnmpAccess access,
            SnmpEngine engine,
            SnmpTargets targets,
            Addresses addresses,
            EngineIds engineIds) {
        this.device = device;
        this.access = access;
        this.engine = engine;
        this.targets = targets;
        this.addresses = addresses;
        this.engineIds = engineIds;
    }

    /** The target; SNMPv3 asks the device for its engine id when it is not known. */
    Target<UdpAddress> target(Limit limit, Waiting waiting) throws TimeoutException {
        Target<UdpAddress> current = target;
        if (current == null) {
            current = find(limit, waiting);
            target = current;
        }
        return current;
    }

    /** Forgets the target, so that the next use makes it anew, with what the secret is then. */
    void forget() {
        target = null;
        asked = false;
    }

    /** Asks for the engine id at the next use, whatever is known. @return false when that was done already */
    boolean askAgain() {
        boolean worth = !asked && access.credential() instanceof Credential.SnmpUser;
        target = null;
        asked = true;
        return worth;
    }

    private Target<UdpAddress> find(Limit limit, Waiting waiting) throws TimeoutException {
        if (access.credential() instanceof Credential.SnmpCommunity community) {
            return targets.community(address(limit, waiting), access, community);
        }
        if (access.credential() instanceof Credential.SnmpUser user) {
            UdpAddress address = address(limit, waiting);
            return targets.user(device, address, access, user, engineId(address, limit, waiting));
        }
        throw Problem.AUTH_FAILED.because(device.name() + ": the credential "
                + access.credential().name() + " is for SSH; SNMP needs a community or a user");
    }

    private UdpAddress address(Limit limit, Waiting waiting) throws TimeoutException {
        String host = device.device().address();
        try {
            return new UdpAddress(waiting.until(limit, addresses.of(host)), access.port());
        } catch (ExecutionException e) {
            throw Problem.UNREACHABLE.because(device.name() + ": " + host + " over SNMP: the name cannot be resolved");
        }
    }

    private byte[] engineId(UdpAddress address, Limit limit, Waiting waiting) throws TimeoutException {
        Optional<byte[]> known = asked ? Optional.empty() : engineIds.find(device.name(), address.toString());
        return known.isPresent() ? known.get() : discover(address, limit, waiting);
    }

    private byte[] discover(UdpAddress address, Limit limit, Waiting waiting) throws TimeoutException {
        asked = true;
        try {
            byte[] found = waiting.until(limit, engine.discoverEngineId(address));
            if (found != null) {
                engineIds.learned(device.name(), address.toString(), found);
                return found;
            }
        } catch (IOException | ExecutionException e) {
            throw Problem.UNREACHABLE.because(
                    device.name() + ": " + address + " over SNMPv3: it cannot be asked for its engine id: " + e);
        }
        throw Problem.UNREACHABLE.because(
                device.name() + ": " + address + " over SNMPv3: no answer to the question for its engine id");
    }

    /** What this peer is called in messages. */
    String name() {
        return device.name();
    }

    Credential credential() {
        return access.credential();
    }

    String what(Command command) {
        return device.name() + ": " + command.channel() + " " + command.text() + ": ";
    }
}
