package dev.baton.delegates.traffic;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.TargetSets;
import dev.baton.delegates.traffic.haproxy.Haproxy;
import dev.baton.delegates.traffic.haproxy.Member;
import dev.baton.delegates.traffic.haproxy.ServerName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes servers out of the traffic of haproxy: no new requests, then maintenance once the last connection has ended. */
@Component("drainServers")
@Delegate(
        name = "Drain servers",
        description =
                "On each load balancer: looks that enough other servers are up, takes the servers out of the traffic,"
                        + " waits until their last connection has ended, and puts them into maintenance.",
        effect = Effect.CONVERGE,
        inputs = DrainServersInputs.class)
class DrainServers implements DeviceDelegate<DrainServersInputs> {

    /** The fact that tells a reload apart, which forgets the drain. */
    static final String PROCESS = "haproxyProcess";

    private final TargetSets sets;

    DrainServers(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, DrainServersInputs inputs) {
        Haproxy.requireHost(device, dialect);
        Haproxy haproxy = inputs.haproxy();
        List<Command> commands = new ArrayList<>(List.of(haproxy.info(), haproxy.stat()));
        for (ServerName server : servers(inputs)) {
            commands.add(haproxy.state(server, "drain"));
            if (inputs.force()) {
                commands.add(haproxy.endSessions(server));
            }
            commands.add(haproxy.state(server, "maint"));
        }
        return commands;
    }

    @Override
    public Result perform(Session session, DrainServersInputs inputs) {
        Haproxy haproxy = inputs.haproxy();
        List<ServerName> servers = servers(inputs);
        String device = session.device().name();
        Map<String, Object> facts = Map.of(PROCESS, haproxy.process(session));
        List<Member> before = haproxy.members(session);
        if (servers.stream().allMatch(server -> server.in(before, device).isInMaintenance())) {
            return Result.unchanged("in maintenance already: " + names(servers)).with(facts);
        }
        Capacity.require(device, servers, before, inputs.minUp());
        servers.forEach(server -> haproxy.change(session, haproxy.state(server, "drain")));
        Duration waited = awaitTheLastConnection(session, servers, inputs);
        servers.forEach(server -> haproxy.change(session, haproxy.state(server, "maint")));
        List<Member> after = haproxy.members(session);
        for (ServerName server : servers) {
            Member member = server.in(after, device);
            if (!member.isInMaintenance()) {
                throw Problem.CHECK_FAILED.because(device + ": wanted in maintenance, " + member.described());
            }
        }
        return Result.changed("drained " + names(servers) + " in " + waited.toSeconds() + " s")
                .with(facts);
    }

    private static Duration awaitTheLastConnection(
            Session session, List<ServerName> servers, DrainServersInputs inputs) {
        Haproxy haproxy = inputs.haproxy();
        Duration waited = Duration.ZERO;
        while (true) {
            List<Member> busy = busy(session, servers, haproxy.members(session));
            if (busy.isEmpty()) {
                return waited;
            }
            if (waited.compareTo(inputs.timeout()) >= 0) {
                if (!inputs.force()) {
                    throw Problem.CHECK_FAILED.because(session.device().name() + ": after " + inputs.timeout() + " "
                            + connections(busy) + "; they get no new ones");
                }
                servers.forEach(server -> haproxy.change(session, haproxy.endSessions(server)));
                return waited;
            }
            session.pause(inputs.interval());
            waited = waited.plus(inputs.interval());
        }
    }

    /** Those with connections; a server that takes requests again was put back by somebody, or by a reload. */
    private static List<Member> busy(Session session, List<ServerName> servers, List<Member> members) {
        String device = session.device().name();
        List<Member> rows =
                servers.stream().map(server -> server.in(members, device)).toList();
        rows.stream().filter(row -> !row.isOut()).findFirst().ifPresent(row -> {
            throw Problem.CHECK_FAILED.because(device + ": " + row.described()
                    + " again while it was being drained; haproxy forgets it when it is reloaded");
        });
        return rows.stream().filter(row -> row.connections() > 0).toList();
    }

    private static String connections(List<Member> busy) {
        return String.join(
                ", ",
                busy.stream()
                        .map(row ->
                                row.backend() + "/" + row.server() + " still has " + row.connections() + " connections")
                        .toList());
    }

    private static String names(List<ServerName> servers) {
        return String.join(", ", servers.stream().map(ServerName::toString).toList());
    }

    private List<ServerName> servers(DrainServersInputs inputs) {
        return ServerName.of(inputs.backends(), inputs.servers(), inputs.hosts(), sets);
    }
}
