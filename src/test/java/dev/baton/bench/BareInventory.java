package dev.baton.bench;

import dev.baton.testing.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;
import org.snmp4j.util.TreeUtils;

/** An inventory as a script with SNMP4J would make it: so many threads, each reads the system group and walks columns. */
final class BareInventory implements AutoCloseable {

    private static final long TIMEOUT_MILLIS = 2_000;
    private static final List<String> SYSTEM = List.of("1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.2.0");
    private static final int[] COLUMNS = {2, 5, 7, 8, 9, 10, 11, 12, 13, 16};

    private final Peer fleet;
    private final Snmp snmp;
    private final ExecutorService threads;

    BareInventory(Peer fleet, int threads) throws IOException {
        this.fleet = fleet;
        this.threads = Executors.newFixedThreadPool(threads);
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
    }

    void run(int agents) throws Exception {
        List<Future<Integer>> walks = new ArrayList<>();
        for (int number = 0; number < agents; number++) {
            int agent = number;
            walks.add(threads.submit(() -> read(agent)));
        }
        for (Future<Integer> walk : walks) {
            if (walk.get() == 0) {
                throw new IOException("an agent had no entities");
            }
        }
    }

    private int read(int number) throws IOException {
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(Addresses.of(number) + "/" + fleet.port()), new OctetString("bench"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(TIMEOUT_MILLIS);
        target.setRetries(2);
        PDU request = new PDU();
        request.setType(PDU.GET);
        SYSTEM.forEach(oid -> request.add(new VariableBinding(new OID(oid))));
        if (snmp.send(request, target).getResponse() == null) {
            throw new IOException("no answer from " + target.getAddress());
        }
        TreeUtils trees = new TreeUtils(snmp, new DefaultPDUFactory(PDU.GETBULK));
        trees.setMaxRepetitions(25);
        int rows = 0;
        for (int column : COLUMNS) {
            rows += trees.getSubtree(target, new OID("1.3.6.1.2.1.47.1.1.1.1." + column))
                    .size();
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        snmp.close();
    }
}
