package dev.baton.device.snmp;

import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.snmp.usm.EngineIds;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    CompletableFuture<Target<UdpAddress>> target(Limit limit, Waiting waiting) {
        Target<UdpAddress> current = target;
        if (current != null) {
            return CompletableFuture.completedFuture(current);
        }
        return find(limit, waiting).thenApply(found -> {
            target = found;
            return found;
        });
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

    private CompletableFuture<Target<UdpAddress>> find(Limit limit, Waiting waiting) {
        if (access.credential() instanceof Credential.SnmpCommunity community) {
            return address(limit, waiting).thenApply(address -> targets.community(address, access, community));
        }
        if (access.credential() instanceof Credential.SnmpUser user) {
            return address(limit, waiting)
                    .thenCompose(address -> engineId(address, limit, waiting)
                            .thenApply(engineId -> targets.user(device, address, access, user, engineId)));
        }
        return CompletableFuture.failedFuture(Problem.AUTH_FAILED.because(device.name() + ": the credential "
                + access.credential().name() + " is for SSH; SNMP needs a community or a user"));
    }

    private CompletableFuture<UdpAddress> address(Limit limit, Waiting waiting) {
        String host = device.device().address();
        return waiting.until(limit, addresses.of(host))
                .thenApply(address -> new UdpAddress(address, access.port()))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Failures.cause(failure) instanceof UnknownHostException
                                ? Problem.UNREACHABLE.because(
                                        device.name() + ": " + host + " over SNMP: the name cannot be resolved")
                                : failure));
    }

    private CompletableFuture<byte[]> engineId(UdpAddress address, Limit limit, Waiting waiting) {
        Optional<byte[]> known = asked ? Optional.empty() : engineIds.find(device.name(), address.toString());
        return known.map(CompletableFuture::completedFuture).orElseGet(() -> discover(address, limit, waiting));
    }

    private CompletableFuture<byte[]> discover(UdpAddress address, Limit limit, Waiting waiting) {
        asked = true;
        CompletableFuture<byte @Nullable []> answer;
        try {
            answer = engine.discoverEngineId(address);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(Problem.UNREACHABLE.because(
                    device.name() + ": " + address + " over SNMPv3: it cannot be asked for its engine id: " + e));
        }
        return waiting.until(limit, answer).thenApply(found -> {
            if (found == null) {
                throw Problem.UNREACHABLE.because(
                        device.name() + ": " + address + " over SNMPv3: no answer to the question for its engine id");
            }
            engineIds.learned(device.name(), address.toString(), found);
            return found;
        });
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
