package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** GET and GETNEXT; what is not there is told per variable, in version 1 too, where an agent refuses the whole request. */
final class SnmpReads {

    private final SnmpRequests requests;

    SnmpReads(SnmpRequests requests) {
        this.requests = requests;
    }

    CompletableFuture<List<Binding>> read(int type, Command command, Limit limit) {
        return read(type, oids(command), command, limit);
    }

    CompletableFuture<List<Binding>> read(int type, List<OID> oids, Command command, Limit limit) {
        return ask(type, new ArrayList<>(oids), command, limit).thenApply(found -> inOrder(oids, found));
    }

    /** The variables that are there. */
    private CompletableFuture<Asked> ask(int type, List<OID> asked, Command command, Limit limit) {
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(new Asked(asked, List.of()));
        }
        return requests.read(type, variables(asked), limit, command).thenCompose(response -> {
            int index = response.getErrorIndex();
            if (response.getErrorStatus() == PDU.noSuchName && index > 0 && index <= asked.size()) {
                asked.remove(index - 1);
                return ask(type, asked, command, limit);
            }
            if (response.getErrorStatus() != PDU.noError) {
                throw rejected(command, response);
            }
            if (!answers(response, type, asked)) {
                throw Problem.ANSWER_INCOMPLETE.because(
                        requests.peer().what(command) + "the agent answered with other variables: " + response.size()
                                + " for " + asked.size() + " asked");
            }
            return CompletableFuture.completedFuture(new Asked(asked, response.getVariableBindings()));
        });
    }

    /** What was asked for at last, and what came for it, in the same order. */
    private record Asked(List<OID> oids, List<? extends VariableBinding> found) {}

    private static boolean answers(PDU response, int type, List<OID> asked) {
        if (response.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            OID seen = response.get(i).getOid();
            boolean fits = type == PDU.GET || response.get(i).isException()
                    ? seen.equals(asked.get(i))
                    : seen.compareTo(asked.get(i)) > 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static List<Binding> inOrder(List<OID> oids, Asked asked) {
        List<Binding> all = new ArrayList<>();
        int next = 0;
        for (OID oid : oids) {
            boolean there = next < asked.oids().size() && asked.oids().get(next).equals(oid);
            all.add(SnmpValues.binding(
                    there ? asked.found().get(next++) : new VariableBinding(oid, Null.noSuchInstance)));
        }
        return all;
    }

    ActionProblem rejected(Command command, PDU response) {
        int index = response.getErrorIndex();
        String where = index > 0 && index <= response.size()
                ? " at " + response.get(index - 1).getOid().toDottedString()
                : "";
        return Problem.COMMAND_REJECTED.because(requests.peer().what(command) + "the agent of "
                + requests.peer().name() + " refused it: " + response.getErrorStatusText() + where);
    }

    private static List<OID> oids(Command command) {
        return Arrays.stream(command.text().strip().split("\\s+"))
                .map(SnmpValues::oid)
                .distinct()
                .toList();
    }

    static List<VariableBinding> variables(List<OID> oids) {
        return oids.stream().map(oid -> new VariableBinding(oid, Null.instance)).toList();
    }
}
