package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.InventoryDevice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Talks SNMP with one device; there is no connection, so nothing to lose. */
final class SnmpLink implements DeviceLink {

    private final InventoryDevice device;
    private final SnmpRequests requests;

    SnmpLink(InventoryDevice device, SnmpRequests requests) {
        this.device = device;
        this.requests = requests;
    }

    @Override
    public void connect(Command command) {
        requests.target();
    }

    @Override
    public Answer send(Command command) {
        return switch (command.channel()) {
            case SNMP_GET -> Answer.of(command, get(command, oids(command)));
            case SNMP_WALK -> Answer.of(command, new SnmpWalk(requests, command).run());
            case SNMP_SET -> Answer.of(command, List.of(set(command)));
            default -> throw new IllegalArgumentException("SNMP does not carry " + command.channel());
        };
    }

    private static List<OID> oids(Command command) {
        return Arrays.stream(command.text().strip().split("\\s+"))
                .map(SnmpValues::oid)
                .toList();
    }

    private List<Binding> get(Command command, List<OID> oids) {
        PDU response = requests.request(PDU.GET, bindings(oids), 0, command.timeout(), command);
        if (response.getErrorStatus() != PDU.noError) {
            throw rejected(command, response);
        }
        return response.getVariableBindings().stream().map(SnmpValues::binding).toList();
    }

    private static List<VariableBinding> bindings(List<OID> oids) {
        return oids.stream().map(oid -> new VariableBinding(oid, Null.instance)).toList();
    }

    private Binding set(Command command) {
        VariableBinding wanted = SnmpValues.assignment(command.text());
        ActionProblem lost = null;
        try {
            PDU response = requests.request(PDU.SET, List.of(wanted), 0, command.timeout(), command);
            if (response.getErrorStatus() != PDU.noError) {
                throw rejected(command, response);
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
            seen = get(command, List.of(wanted.getOid())).get(0);
        } catch (ActionProblem problem) {
            throw Problem.OUTCOME_UNKNOWN.because(requests.what(command) + "it was sent, but "
                    + (lost == null ? "the value cannot be read back: " : "neither it nor the read back was answered: ")
                    + problem.reason());
        }
        if (seen.value().equals(want.value())) {
            return seen;
        }
        Problem code = lost == null ? Problem.CHECK_FAILED : Problem.OUTCOME_UNKNOWN;
        throw code.because(
                requests.what(command) + "wanted " + want.value() + ", read back " + seen.type() + " " + seen.value());
    }

    private ActionProblem rejected(Command command, PDU response) {
        int index = response.getErrorIndex();
        String where = index > 0 && index <= response.size()
                ? " at " + response.get(index - 1).getOid().toDottedString()
                : "";
        return Problem.COMMAND_REJECTED.because(requests.what(command) + "the agent of " + device.name()
                + " refused it: " + response.getErrorStatusText() + where);
    }

    @Override
    public void abort() {
        requests.abort();
    }

    @Override
    public void close() {
        requests.abort();
    }
}
