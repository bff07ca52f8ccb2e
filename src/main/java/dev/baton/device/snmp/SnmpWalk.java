package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.snmp.SnmpRequests.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Walks a subtree in bulk, and stops what would never end. */
final class SnmpWalk {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int REPETITIONS = 25;

    private final SnmpRequests requests;
    private final Command command;
    private final Limit limit;
    private final OID root;
    private final List<Binding> rows = new ArrayList<>();
    private int repetitions = REPETITIONS;
    private int bytes;
    private boolean bulk;

    SnmpWalk(SnmpRequests requests, Command command, Limit limit) {
        this.requests = requests;
        this.command = command;
        this.limit = limit;
        root = SnmpValues.oid(command.text().strip());
    }

    /** All variables below the root, or the root itself when it is one variable. */
    CompletableFuture<List<Binding>> run() {
        return requests.isVersionOne(limit, command).thenCompose(versionOne -> {
            bulk = !versionOne;
            return from(root);
        });
    }

    private CompletableFuture<List<Binding>> from(OID after) {
        if (limit.left().isZero()) {
            throw Problem.TIMEOUT.because(
                    requests.peer().what(command) + rows.size() + " rows within " + limit.text() + ", and no end");
        }
        CompletableFuture<PDU> page = bulk ? bulk(after, requests.settings().snmpRetries() + 1) : next(after);
        return page.thenCompose(response -> {
            OID last = take(response, after);
            if (last != null) {
                return from(last);
            }
            return rows.isEmpty() ? leaf() : CompletableFuture.completedFuture(rows);
        });
    }

    private CompletableFuture<PDU> next(OID after) {
        return requests.read(PDU.GETNEXT, SnmpReads.variables(List.of(after)), limit, command)
                .thenApply(response -> response.getErrorStatus() == PDU.noSuchName ? new PDU() : accepted(response));
    }

    /** Asks for fewer rows when an answer would be too big, or is lost, which big ones are first; at last for one. */
    private CompletableFuture<PDU> bulk(OID after, int tries) {
        Request request = new Request(PDU.GETBULK, SnmpReads.variables(List.of(after)), repetitions, 0, 1);
        return requests.request(request, limit, command)
                .handle((response, failure) ->
                        failure == null ? fitting(response, after, tries) : lost(Failures.cause(failure), after, tries))
                .thenCompose(Function.identity());
    }

    private CompletableFuture<PDU> fitting(PDU response, OID after, int tries) {
        if (response.getErrorStatus() != PDU.tooBig || repetitions == 1) {
            return CompletableFuture.completedFuture(accepted(response));
        }
        repetitions /= 2;
        return bulk(after, tries);
    }

    private CompletableFuture<PDU> lost(Throwable failure, OID after, int tries) {
        boolean unreachable = failure instanceof ActionProblem problem && problem.problem() == Problem.UNREACHABLE;
        if (!unreachable || tries == 1) {
            return CompletableFuture.failedFuture(failure);
        }
        repetitions = tries == 2 ? 1 : Math.max(1, repetitions / 2);
        return bulk(after, tries - 1);
    }

    private PDU accepted(PDU response) {
        if (response.getErrorStatus() != PDU.noError) {
            throw Problem.COMMAND_REJECTED.because(
                    requests.peer().what(command) + "the agent refused it: " + response.getErrorStatusText());
        }
        return response;
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
                throw endless(
                        "the agent goes in circles: " + oid.toDottedString() + " follows " + last.toDottedString());
            }
            bytes += binding.getBERLength();
            if (rows.size() == MOST_ROWS) {
                throw endless("more than " + MOST_ROWS + " rows");
            }
            if (bytes > MOST_BYTES) {
                throw endless("more than " + MOST_BYTES + " bytes after " + rows.size() + " rows");
            }
            rows.add(SnmpValues.binding(binding));
            last = oid;
        }
        return page.size() == 0 ? null : last;
    }

    private ActionProblem endless(String how) {
        return Problem.ANSWER_INCOMPLETE.because(requests.peer().what(command) + how);
    }

    private CompletableFuture<List<Binding>> leaf() {
        return new SnmpReads(requests)
                .read(PDU.GET, List.of(root), command, limit)
                .thenApply(found -> found.stream().filter(Binding::exists).toList());
    }
}
