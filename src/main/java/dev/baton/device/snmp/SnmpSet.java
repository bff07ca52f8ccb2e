package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Mib;
import dev.baton.action.Problem;
import dev.baton.device.snmp.SnmpRequests.Request;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/** Sets one variable and reads it back. */
final class SnmpSet {

    private final SnmpRequests requests;
    private final SnmpReads reads;
    private final Mib mib;

    SnmpSet(SnmpRequests requests, SnmpReads reads, Mib mib) {
        this.requests = requests;
        this.reads = reads;
        this.mib = mib;
    }

    CompletableFuture<Binding> run(Command command, Limit limit) {
        VariableBinding wanted = SnmpValues.assignment(command.text());
        // A lost answer does not mean a lost request, and a repeated SET could be applied twice: one long wait instead.
        Request request =
                new Request(PDU.SET, List.of(wanted), 0, 0, requests.settings().snmpRetries() + 1);
        return requests.request(request, limit, command)
                .handle((response, failure) -> {
                    boolean lost = failure != null && isLost(Failures.cause(failure));
                    if (failure != null && !lost) {
                        return CompletableFuture.<Binding>failedFuture(Failures.cause(failure));
                    }
                    if (response != null && response.getErrorStatus() != PDU.noError) {
                        throw reads.rejected(command, response);
                    }
                    return readBack(command, wanted, lost);
                })
                .thenCompose(Function.identity());
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof ActionProblem problem
                && (problem.problem() == Problem.UNREACHABLE || problem.problem() == Problem.TIMEOUT);
    }

    private CompletableFuture<Binding> readBack(Command command, VariableBinding wanted, boolean lost) {
        String want = SnmpValues.binding(wanted).value();
        return reads.read(PDU.GET, List.of(wanted.getOid()), command, Limit.of(command.timeout()))
                .handle((found, failure) -> {
                    if (failure != null) {
                        throw Problem.OUTCOME_UNKNOWN.because(requests.peer().what(command) + "it was sent, but "
                                + (lost
                                        ? "neither it nor the read back was answered: "
                                        : "the value cannot be read back: ")
                                + reason(Failures.cause(failure)));
                    }
                    Binding seen = found.get(0);
                    if (mib.holds(want, seen)) {
                        return seen;
                    }
                    Problem code = lost ? Problem.OUTCOME_UNKNOWN : Problem.CHECK_FAILED;
                    throw code.because(requests.peer().what(command) + "wanted " + want + ", read back " + seen.type()
                            + " " + seen.value());
                });
    }

    private static String reason(Throwable failure) {
        return failure instanceof ActionProblem problem ? problem.reason() : failure.toString();
    }
}
