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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts servers back into the traffic of haproxy, but only after fresh health checks have found them fit. */
@Component("undrainServers")
@Delegate(
        name = "Undrain servers",
        description =
                "On each load balancer: has haproxy check the drained servers anew while they get no requests, gives"
                        + " them requests once the checks pass, and waits until they are up.",
        effect = Effect.CONVERGE,
        inputs = ServersInputs.class)
class UndrainServers implements DeviceDelegate<ServersInputs> {

    private final TargetSets sets;

    UndrainServers(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ServersInputs inputs) {
        Haproxy.requireHost(device, dialect);
        Haproxy haproxy = inputs.haproxy();
        return Stream.concat(
                        Stream.of(haproxy.stat()),
                        servers(inputs).stream()
                                .flatMap(server -> Stream.of(
                                        haproxy.state(server, "drain"),
                                        haproxy.forgetHealth(server),
                                        haproxy.state(server, "ready"))))
                .toList();
    }

    @Override
    public Result perform(Session session, ServersInputs inputs) {
        Haproxy haproxy = inputs.haproxy();
        String device = session.device().name();
        List<ServerName> servers = servers(inputs);
        List<Member> before = haproxy.members(session);
        servers.forEach(server -> Capacity.requireCheck(device, server.in(before, device)));
        List<ServerName> out = servers.stream()
                .filter(server -> !server.in(before, device).isServing())
                .toList();
        out.forEach(server -> haproxy.change(session, haproxy.state(server, "drain")));
        out.forEach(server -> haproxy.change(session, haproxy.forgetHealth(server)));
        await(session, inputs, out, Member::isFitWhileDrained);
        out.forEach(server -> haproxy.change(session, haproxy.state(server, "ready")));
        await(session, inputs, servers, Member::isProvedUp);
        return out.isEmpty()
                ? Result.unchanged("up already")
                : Result.changed("up: "
                        + String.join(
                                ", ", out.stream().map(ServerName::toString).toList()));
    }

    private static void await(
            Session session, ServersInputs inputs, List<ServerName> servers, Predicate<Member> wanted) {
        Duration waited = Duration.ZERO;
        while (!servers.isEmpty()) {
            List<Member> members = inputs.haproxy().members(session);
            List<String> unfit = servers.stream()
                    .map(server -> server.in(members, session.device().name()))
                    .filter(wanted.negate())
                    .map(Member::described)
                    .toList();
            if (unfit.isEmpty()) {
                return;
            }
            if (waited.compareTo(inputs.timeout()) >= 0) {
                throw Problem.CHECK_FAILED.because(session.device().name() + ": not fit after " + inputs.timeout()
                        + ": " + String.join(", ", unfit));
            }
            session.pause(inputs.interval());
            waited = waited.plus(inputs.interval());
        }
    }

    private List<ServerName> servers(ServersInputs inputs) {
        return ServerName.of(inputs.backends(), inputs.servers(), inputs.hosts(), sets);
    }
}
