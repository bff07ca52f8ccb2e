package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

/** Sends single requests to one device and turns what goes wrong into problems. */
final class SnmpRequests {

    private final SnmpPeer peer;
    private final SnmpEngine engine;
    private final Waiting waiting = new Waiting();

    SnmpRequests(SnmpPeer peer, SnmpEngine engine) {
        this.peer = peer;
        this.engine = engine;
    }

    SnmpPeer peer() {
        return peer;
    }

    DeviceSettings settings() {
        return engine.settings();
    }

    /** Finds the device's address and engine. */
    void prepare(Limit limit, Command command) {
        target(limit, command);
    }

    boolean isVersionOne(Limit limit, Command command) {
        return target(limit, command).getVersion() == SnmpConstants.version1;
    }

    /** A request that may be repeated. */
    PDU read(int type, List<VariableBinding> bindings, Limit limit, Command command) {
        return request(new Request(type, bindings, 0, settings().snmpRetries(), 1), limit, command);
    }

    /**
     * Sends one request and waits.
     *
     * @return the response, whose error status the caller judges
     * @throws ActionProblem {@code UNREACHABLE}, {@code TIMEOUT}, {@code AUTH_FAILED}, {@code CANCELLED}
     */
    PDU request(Request request, Limit limit, Command command) {
        PDU response = once(request, limit, command);
        if (Reports.tellsOfAnotherEngine(response) && peer.askAgain()) {
            // A report says that the request was not executed, so that sending it again is safe.
            response = once(request, limit, command);
        }
        if (Reports.isReport(response)) {
            peer.forget();
            throw Reports.problem(
                    response, peer.what(command), peer.credential().name());
        }
        return response;
    }

    private PDU once(Request request, Limit limit, Command command) {
        Target<UdpAddress> to = target(limit, command).duplicate();
        to.setRetries(request.retries());
        to.setTimeout(settings().snmpTimeout().toMillis() * request.patience());
        try {
            PDU pdu = to.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
            request.fill(pdu);
            PDU response = waiting.until(limit, engine.send(pdu, to)).getResponse();
            if (response == null) {
                throw Problem.UNREACHABLE.because(peer.what(command) + "no answer from " + to.getAddress()
                        + " (not reachable, or it does not accept the credential "
                        + peer.credential().name() + ")");
            }
            return response;
        } catch (IOException | ExecutionException e) {
            throw Problem.UNREACHABLE.because(peer.what(command) + "it cannot be sent: " + e.getMessage());
        } catch (TimeoutException e) {
            throw late(limit, command);
        } catch (CancellationException e) {
            throw cancelled(command);
        }
    }

    private Target<UdpAddress> target(Limit limit, Command command) {
        try {
            return peer.target(limit, waiting);
        } catch (TimeoutException e) {
            throw late(limit, command);
        } catch (CancellationException e) {
            throw cancelled(command);
        }
    }

    private ActionProblem late(Limit limit, Command command) {
        return Problem.TIMEOUT.because(peer.what(command) + "no answer within " + limit.text());
    }

    private ActionProblem cancelled(Command command) {
        return Problem.CANCELLED.because(peer.what(command) + "it was cancelled");
    }

    void abort() {
        waiting.abort();
    }

    /**
     * One request.
     *
     * @param patience how many times the usual time to wait for an answer
     */
    record Request(int type, List<VariableBinding> bindings, int repetitions, int retries, int patience) {

        private void fill(PDU pdu) {
            pdu.setType(type);
            pdu.addAll(bindings);
            if (type == PDU.GETBULK) {
                pdu.setMaxRepetitions(repetitions);
            }
        }
    }
}
