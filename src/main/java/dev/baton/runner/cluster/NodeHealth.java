package dev.baton.runner.cluster;

import dev.baton.runner.cluster.NodeRegistry.Standing;
import java.util.Objects;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while this node begins no work, with the reason. */
@Component("node")
final class NodeHealth implements HealthIndicator {

    private final NodeRegistry nodes;

    NodeHealth(NodeRegistry nodes) {
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        Standing standing = nodes.standing();
        return (nodes.open() ? Health.up() : Health.outOfService())
                .withDetail("state", standing.state())
                .withDetail("reason", Objects.requireNonNullElse(standing.reason(), ""))
                .build();
    }
}
