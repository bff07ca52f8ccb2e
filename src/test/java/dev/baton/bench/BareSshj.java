package dev.baton.bench;

import dev.baton.testing.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.IOUtils;
import net.schmizz.sshj.connection.channel.direct.Session;

/** What a careful author would write without Baton: a pool of threads and SSHJ with one configuration for all. */
final class BareSshj implements AutoCloseable {

    private final Peer fleet;
    private final String password;
    private final Config config = new DefaultConfig();
    private final ExecutorService pool;

    BareSshj(Peer fleet, String password, int concurrency) {
        this.fleet = fleet;
        this.password = password;
        pool = Executors.newFixedThreadPool(concurrency);
    }

    void run(int devices) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < devices; number++) {
            String address = Addresses.of(number);
            running.add(pool.submit(() -> exec(address)));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    private Void exec(String address) throws IOException {
        try (SSHClient client = new SSHClient(config)) {
            client.addHostKeyVerifier(fleet.fingerprint());
            client.connect(address, fleet.port());
            client.authPassword("bench", password);
            try (Session session = client.startSession()) {
                Session.Command command = session.exec(SshFleet.ECHO);
                String output = IOUtils.readFully(command.getInputStream()).toString(StandardCharsets.UTF_8);
                command.join();
                if (!output.equals("hello\n") || command.getExitStatus() != 0) {
                    throw new IOException(address + " answered \"" + output + "\"");
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
