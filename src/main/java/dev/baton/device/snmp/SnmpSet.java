package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Mib;
import dev.baton.action.Problem;
import dev.baton.device.snmp.SnmpRequests.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    Binding run(Command command, Limit limit) {
        VariableBinding wanted = SnmpValues.assignment(command.text());
        // A lost answer does not mean a lost request, and a repeated SET could be applied twice: one long wait instead.
        Request request =
                new Request(PDU.SET, List.of(wanted), 0, 0, requests.settings().snmpRetries() + 1);
        ActionProblem lost = null;
        try {
            PDU response = requests.request(request, limit, command);
            if (response.getErrorStatus() != PDU.noError) {
                throw reads.rejected(command, response);
            }
        } catch (ActionProblem problem) {
            if (problem.problem() != Problem.UNREACHABLE && problem.problem() != Problem.TIMEOUT) {
                throw problem;
            }
            lost = problem;
        }
        return readBack(command, wanted, lost);
    }

    private Binding readBack(Command command, VariableBinding wanted, @Nullable ActionProblem lost) {
        Binding want = SnmpValues.binding(wanted);
        Binding seen;
        try {
            seen = reads.read(PDU.GET, List.of(wanted.getOid()), command, Limit.of(command.timeout()))
                    .get(0);
        } catch (ActionProblem problem) {
            throw Problem.OUTCOME_UNKNOWN.because(requests.peer().what(command) + "it was sent, but "
                    + (lost == null ? "the value cannot be read back: " : "neither it nor the read back was answered: ")
                    + problem.reason());
        }
        if (mib.holds(want.value(), seen)) {
            return seen;
        }
        Problem code = lost == null ? Problem.CHECK_FAILED : Problem.OUTCOME_UNKNOWN;
        throw code.because(requests.peer().what(command) + "wanted " + want.value() + ", read back " + seen.type() + " "
                + seen.value());
    }
}
