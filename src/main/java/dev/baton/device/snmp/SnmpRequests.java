package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
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
    CompletableFuture<Void> prepare(Limit limit, Command command) {
        return target(limit, command).thenAccept(found -> {});
    }

    CompletableFuture<Boolean> isVersionOne(Limit limit, Command command) {
        return target(limit, command).thenApply(found -> found.getVersion() == SnmpConstants.version1);
    }

    /** A request that may be repeated. */
    CompletableFuture<PDU> read(int type, List<VariableBinding> bindings, Limit limit, Command command) {
        return request(new Request(type, bindings, 0, settings().snmpRetries(), 1), limit, command);
    }

    /**
     * Sends one request. The future gets the response, whose error status the caller judges, or an {@link ActionProblem}:
     * {@code UNREACHABLE}, {@code TIMEOUT}, {@code AUTH_FAILED}, {@code CANCELLED}.
     */
    CompletableFuture<PDU> request(Request request, Limit limit, Command command) {
        return once(request, limit, command)
                .thenCompose(response -> Reports.tellsOfAnotherEngine(response) && peer.askAgain()
                        // A report says that the request was not executed, so that sending it again is safe.
                        ? once(request, limit, command)
                        : CompletableFuture.completedFuture(response))
                .thenApply(response -> {
                    if (Reports.isReport(response)) {
                        peer.forget();
                        throw Reports.problem(
                                response, peer.what(command), peer.credential().name());
                    }
                    return response;
                });
    }

    private CompletableFuture<PDU> once(Request request, Limit limit, Command command) {
        return target(limit, command).thenCompose(found -> sent(request, found.duplicate(), limit, command));
    }

    private CompletableFuture<PDU> sent(Request request, Target<UdpAddress> to, Limit limit, Command command) {
        to.setRetries(request.retries());
        to.setTimeout(settings().snmpTimeout().toMillis() * request.patience());
        PDU pdu = to.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
        request.fill(pdu);
        CompletableFuture<ResponseEvent<UdpAddress>> answer;
        try {
            answer = engine.send(pdu, to);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    Problem.UNREACHABLE.because(peer.what(command) + "it cannot be sent: " + e.getMessage()));
        }
        return waited(limit, command, waiting.until(limit, answer)).thenApply(event -> {
            PDU response = event.getResponse();
            if (response == null) {
                throw Problem.UNREACHABLE.because(peer.what(command) + "no answer from " + to.getAddress()
                        + " (not reachable, or it does not accept the credential "
                        + peer.credential().name() + ")");
            }
            return response;
        });
    }

    private CompletableFuture<Target<UdpAddress>> target(Limit limit, Command command) {
        return waited(limit, command, peer.target(limit, waiting));
    }

    private <T> CompletableFuture<T> waited(Limit limit, Command command, CompletableFuture<T> answer) {
        return answer.exceptionallyCompose(failure -> {
            Throwable cause = Failures.cause(failure);
            if (cause instanceof TimeoutException) {
                return CompletableFuture.failedFuture(late(limit, command));
            }
            return CompletableFuture.failedFuture(cause instanceof CancellationException ? cancelled(command) : cause);
        });
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
