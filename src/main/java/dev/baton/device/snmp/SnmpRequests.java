package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/** Sends single requests to one device and turns what goes wrong into problems. */
final class SnmpRequests {

    private final InventoryDevice device;
    private final SnmpAccess access;
    private final SnmpEngine engine;
    private final SnmpTargets targets;
    private volatile @Nullable Target<UdpAddress> target;
    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile boolean aborted;

    SnmpRequests(InventoryDevice device, SnmpAccess access, SnmpEngine engine, SnmpTargets targets) {
        this.device = device;
        this.access = access;
        this.engine = engine;
        this.targets = targets;
    }

    /** Makes the target; for SNMPv3 that asks the device for its engine id when it is not known. */
    Target<UdpAddress> target() {
        Target<UdpAddress> current = target;
        if (current == null) {
            current = targets.of(device, access);
            target = current;
        }
        return current;
    }

    /**
     * Sends one request and waits.
     *
     * @return the response, whose error status the caller judges
     * @throws ActionProblem {@code UNREACHABLE}, {@code TIMEOUT}, {@code AUTH_FAILED}, {@code CANCELLED}
     */
    PDU request(int type, List<VariableBinding> bindings, int maxRepetitions, Duration limit, Command command) {
        PDU response = once(type, bindings, maxRepetitions, limit, command);
        if (isReport(response, SnmpConstants.usmStatsUnknownEngineIDs)
                || isReport(response, SnmpConstants.usmStatsWrongDigests)) {
            // Another engine answers at this address than the one whose keys are kept, e.g. after a replacement. A
            // report
            // says that the request was not executed, so that sending it again is safe.
            targets.forget(device, access);
            target = null;
            response = once(type, bindings, maxRepetitions, limit, command);
        }
        if (response.getType() == PDU.REPORT) {
            targets.forget(device, access);
            target = null;
            throw refused(response, command);
        }
        return response;
    }

    private PDU once(int type, List<VariableBinding> bindings, int maxRepetitions, Duration limit, Command command) {
        Target<UdpAddress> to = target();
        PDU pdu = to.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
        pdu.setType(type);
        pdu.addAll(bindings);
        if (type == PDU.GETBULK) {
            pdu.setMaxRepetitions(maxRepetitions);
        }
        if (type == PDU.SET) {
            // A lost answer does not mean a lost request: a repeated SET could be applied twice.
            to = to.duplicate();
            to.setRetries(0);
            to.setTimeout(engine.settings().snmpTimeout().toMillis()
                    * (engine.settings().snmpRetries() + 1));
        }
        try {
            CompletableFuture<ResponseEvent<UdpAddress>> answer = engine.send(pdu, to);
            underWay = answer;
            if (aborted) {
                throw cancelled(command);
            }
            PDU response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS).getResponse();
            if (response == null) {
                throw Problem.UNREACHABLE.because(what(command) + "no answer from " + to.getAddress()
                        + " (not reachable, or it does not accept the credential "
                        + access.credential().name() + ")");
            }
            return response;
        } catch (IOException e) {
            throw Problem.UNREACHABLE.because(what(command) + "it cannot be sent: " + e.getMessage());
        } catch (TimeoutException e) {
            throw Problem.TIMEOUT.because(
                    what(command) + "no answer within " + command.timeout().toMillis() / 1000.0 + " s");
        } catch (CancellationException | InterruptedException e) {
            throw cancelled(command);
        } catch (ExecutionException e) {
            throw Problem.UNREACHABLE.because(what(command) + e.getMessage());
        } finally {
            underWay = null;
        }
    }

    private static boolean isReport(PDU response, OID reason) {
        return response.getType() == PDU.REPORT
                && response.size() > 0
                && reason.equals(response.get(0).getOid());
    }

    private ActionProblem refused(PDU report, Command command) {
        OID reason = report.size() > 0 ? report.get(0).getOid() : new OID();
        String credential = access.credential().name();
        if (SnmpConstants.usmStatsUnknownUserNames.equals(reason)) {
            return Problem.AUTH_FAILED.because(what(command) + "the device does not know the user of " + credential);
        }
        if (SnmpConstants.usmStatsWrongDigests.equals(reason)) {
            return Problem.AUTH_FAILED.because(
                    what(command) + "the authentication pass phrase or protocol of " + credential + " is wrong");
        }
        if (SnmpConstants.usmStatsDecryptionErrors.equals(reason)) {
            return Problem.AUTH_FAILED.because(
                    what(command) + "the privacy pass phrase or protocol of " + credential + " is wrong");
        }
        if (SnmpConstants.usmStatsUnsupportedSecLevels.equals(reason)) {
            return Problem.AUTH_FAILED.because(
                    what(command) + "the device does not offer the security level of " + credential);
        }
        return Problem.UNREACHABLE.because(what(command) + "the device sent the report " + reason.toDottedString());
    }

    ActionProblem cancelled(Command command) {
        return Problem.CANCELLED.because(what(command) + "it was cancelled");
    }

    /** The beginning of every message: which device, and what was wanted. */
    String what(Command command) {
        return device.name() + ": " + command.channel() + " " + command.text() + ": ";
    }

    void abort() {
        aborted = true;
        CompletableFuture<?> current = underWay;
        if (current != null) {
            current.cancel(false);
        }
    }
}
