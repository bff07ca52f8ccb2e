package dev.baton.device.snmp;

import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Walks a subtree in bulk, and stops what would never end. */
final class SnmpWalk {

    private static final int MOST_ROWS = 100_000;
    private static final int REPETITIONS = 25;

    private final SnmpRequests requests;
    private final Command command;
    private final OID root;
    private final List<Binding> rows = new ArrayList<>();
    private int repetitions = REPETITIONS;

    SnmpWalk(SnmpRequests requests, Command command) {
        this.requests = requests;
        this.command = command;
        root = SnmpValues.oid(command.text().strip());
    }

    /** All variables below the root, or the root itself when it is one variable. */
    List<Binding> run() {
        long start = System.nanoTime();
        OID last = root;
        while (last != null) {
            Duration left = command.timeout().minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw Problem.TIMEOUT.because(requests.what(command) + rows.size() + " rows within "
                        + command.timeout().toMillis() / 1000.0 + " s, and no end");
            }
            last = take(page(last, left), last);
        }
        return rows.isEmpty() ? leaf() : rows;
    }

    private PDU page(OID after, Duration left) {
        while (true) {
            PDU response = requests.request(PDU.GETBULK, List.of(variable(after)), repetitions, left, command);
            if (response.getErrorStatus() == PDU.tooBig && repetitions > 1) {
                repetitions /= 2;
            } else if (response.getErrorStatus() == PDU.noError) {
                return response;
            } else {
                throw Problem.COMMAND_REJECTED.because(
                        requests.what(command) + "the agent refused it: " + response.getErrorStatusText());
            }
        }
    }

    /** Takes the rows of a page. @return where to go on, null at the end of the subtree */
    private @Nullable OID take(PDU page, OID after) {
        OID last = after;
        for (VariableBinding binding : page.getVariableBindings()) {
            OID oid = binding.getOid();
            if (binding.isException() || !oid.startsWith(root)) {
                return null;
            }
            if (oid.compareTo(last) <= 0) {
                throw Problem.ANSWER_INCOMPLETE.because(requests.what(command) + "the agent goes in circles: "
                        + oid.toDottedString() + " follows " + last.toDottedString());
            }
            if (rows.size() == MOST_ROWS) {
                throw Problem.ANSWER_INCOMPLETE.because(requests.what(command) + "more than " + MOST_ROWS + " rows");
            }
            rows.add(SnmpValues.binding(binding));
            last = oid;
        }
        return page.size() == 0 ? null : last;
    }

    private List<Binding> leaf() {
        PDU response = requests.request(PDU.GET, List.of(variable(root)), 0, command.timeout(), command);
        return response.getVariableBindings().stream()
                .map(SnmpValues::binding)
                .filter(Binding::exists)
                .toList();
    }

    private static VariableBinding variable(OID oid) {
        return new VariableBinding(oid, Null.instance);
    }
}
