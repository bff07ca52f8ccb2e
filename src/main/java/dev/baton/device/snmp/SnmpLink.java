package dev.baton.device.snmp;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Mib;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.Credential;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.snmp4j.PDU;

/** Talks SNMP with one device; there is no connection, so nothing to lose. */
final class SnmpLink implements DeviceLink {

    private final SnmpRequests requests;
    private final SnmpReads reads;
    private final SnmpSet set;

    SnmpLink(SnmpRequests requests, Mib mib) {
        this.requests = requests;
        reads = new SnmpReads(requests);
        set = new SnmpSet(requests, reads, mib);
    }

    @Override
    public void connect(Command command) {
        if (command.channel() == Channel.SNMP_SET
                && requests.peer().credential() instanceof Credential.SnmpCommunity community
                && !community.writable()) {
            throw Problem.UNSUPPORTED.because(requests.peer().what(command) + "the credential " + community.name()
                    + " only reads; one that may change devices says writable: true in the inventory");
        }
        await(requests.prepare(Limit.of(command.timeout()), command));
    }

    @Override
    public Answer send(Command command) {
        return await(sendAsync(command));
    }

    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        Limit limit = Limit.of(command.timeout());
        return switch (command.channel()) {
            case SNMP_GET -> answer(command, reads.read(PDU.GET, command, limit));
            case SNMP_GET_NEXT -> answer(command, reads.read(PDU.GETNEXT, command, limit));
            case SNMP_WALK -> answer(command, new SnmpWalk(requests, command, limit).run());
            case SNMP_SET -> answer(command, set.run(command, limit).thenApply(List::of));
            default -> throw new IllegalArgumentException("SNMP does not carry " + command.channel());
        };
    }

    private static CompletableFuture<Answer> answer(Command command, CompletableFuture<List<Binding>> bindings) {
        return bindings.thenApply(found -> Answer.of(command, found));
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            abort();
            throw Problem.CANCELLED.because(requests.peer().name() + ": it was cancelled");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    @Override
    public void abort() {
        requests.abort();
    }

    @Override
    public void close() {
        requests.peer().forget();
    }
}
