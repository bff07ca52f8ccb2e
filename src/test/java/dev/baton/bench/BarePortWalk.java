package dev.baton.bench;

import dev.baton.delegates.ports.read.PortColumn;
import dev.baton.delegates.ports.read.PortWalk;
import dev.baton.testing.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** What a careful author would write without Baton to walk the columns of ports: so many agents at once, one page after the other. */
final class BarePortWalk implements AutoCloseable {

    private static final int PAGE = 25;
    private static final List<PortColumn> LEFT_OUT = List.of(
            PortColumn.DESCRIPTION,
            PortColumn.TYPE,
            PortColumn.SPEED,
            PortColumn.IN_UNICAST,
            PortColumn.IN_OTHER,
            PortColumn.OUT_UNICAST,
            PortColumn.OUT_OTHER);

    private final List<OID> columns = Stream.of(PortColumn.values())
            .filter(column -> !LEFT_OUT.contains(column))
            .map(column -> new OID(
                    PortWalk.commands(Duration.ZERO).get(1 + column.ordinal()).text()))
            .toList();
    private final Snmp snmp = new Snmp(new DefaultUdpTransportMapping());
    private final AtomicInteger cells = new AtomicInteger();
    private final Peer fleet;
    private final Semaphore free;
    private final int inFlight;

    BarePortWalk(Peer fleet, int inFlight) throws IOException {
        this.fleet = fleet;
        this.inFlight = inFlight;
        free = new Semaphore(inFlight);
        snmp.listen();
    }

    void run(int agents) throws Exception {
        cells.set(0);
        for (int number = 0; number < agents; number++) {
            free.acquire();
            ask(target(number), 0, columns.get(0));
        }
        free.acquire(inFlight);
        free.release(inFlight);
        if (cells.get() == 0) {
            throw new IOException("no agent gave a row");
        }
    }

    private void ask(CommunityTarget<UdpAddress> target, int column, OID after) {
        PDU request = new PDU();
        request.setType(PDU.GETBULK);
        request.setMaxRepetitions(PAGE);
        request.add(new VariableBinding(after));
        try {
            snmp.send(request, target, null, new ResponseListener() {
                @Override
                public <A extends Address> void onResponse(ResponseEvent<A> event) {
                    snmp.cancel(event.getRequest(), this);
                    take(target, column, event.getResponse());
                }
            });
        } catch (IOException e) {
            free.release();
        }
    }

    private void take(CommunityTarget<UdpAddress> target, int column, PDU page) {
        OID last = null;
        if (page != null) {
            for (VariableBinding cell : page.getVariableBindings()) {
                if (cell.isException() || !cell.getOid().startsWith(columns.get(column))) {
                    last = null;
                    break;
                }
                cells.incrementAndGet();
                last = cell.getOid();
            }
        }
        if (last != null) {
            ask(target, column, last);
        } else if (column + 1 < columns.size()) {
            ask(target, column + 1, columns.get(column + 1));
        } else {
            free.release();
        }
    }

    private CommunityTarget<UdpAddress> target(int number) {
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(Addresses.of(number) + "/" + fleet.port()), new OctetString("bench"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(2_000);
        target.setRetries(2);
        return target;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
