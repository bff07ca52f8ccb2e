package dev.baton.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Three nodes on one database. */
final class Cluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Random random;

    /** The first node makes the tables, the users and the deployment; the others find them. */
    Cluster(Path folder, Path log, Random random, List<String> settings, Map<String, String> environment)
            throws IOException {
        this.random = random;
        for (int number = 0; number < NODES; number++) {
            nodes.add(new NodeProcess(folder.resolve("node-" + number), log, settings, environment));
        }
        for (NodeProcess node : nodes) {
            node.start();
            if (node == nodes.get(0)) {
                await("the first node")
                        .pollInSameThread()
                        .atMost(LONGEST_START)
                        .failFast(() -> !node.alive())
                        .until(node::ready);
            }
        }
    }

    /** A node that answers, as soon as there is one. */
    NodeProcess someNode() {
        return await("a node that answers")
                .pollInSameThread()
                .atMost(LONGEST_START)
                .pollDelay(Duration.ZERO)
                .until(this::someReady, node -> node != null);
    }

    /** A node that could not start, because the database was away, is started again, as a service manager does. */
    private NodeProcess someReady() throws IOException {
        for (NodeProcess node : nodes) {
            if (!node.alive()) {
                node.start();
            }
        }
        List<NodeProcess> ready = nodes.stream().filter(NodeProcess::ready).toList();
        synchronized (random) {
            return ready.isEmpty() ? null : ready.get(random.nextInt(ready.size()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (NodeProcess node : nodes) {
            node.kill();
        }
    }
}
