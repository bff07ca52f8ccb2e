package dev.baton.delegates.traffic;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.TargetSets;
import dev.baton.delegates.traffic.haproxy.Haproxy;
import dev.baton.delegates.traffic.haproxy.Member;
import dev.baton.delegates.traffic.haproxy.ServerName;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whether servers are still out of the traffic: haproxy forgets that when it is reloaded. */
@Component("checkDrained")
@Delegate(
        name = "Check drained",
        description = "A server that takes requests fails, e.g. because haproxy was reloaded since it was drained.",
        inputs = ServersInputs.class)
class CheckDrained implements DeviceDelegate<ServersInputs> {

    private final TargetSets sets;

    CheckDrained(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ServersInputs inputs) {
        Haproxy.requireHost(device, dialect);
        return List.of(inputs.haproxy().stat(), inputs.haproxy().info());
    }

    @Override
    public Result perform(Session session, ServersInputs inputs) {
        List<Member> members = inputs.haproxy().members(session);
        String device = session.device().name();
        for (ServerName server : ServerName.of(inputs.backends(), inputs.servers(), inputs.hosts(), sets)) {
            Member member = server.in(members, device);
            if (!member.isInMaintenance()) {
                throw Problem.CHECK_FAILED.because(
                        device + ": wanted in maintenance, " + member.described() + since(session, inputs));
            }
        }
        return Result.unchanged("drained");
    }

    private static String since(Session session, ServersInputs inputs) {
        String now = inputs.haproxy().process(session);
        return session.fact(DrainServers.PROCESS)
                .filter(then -> !then.equals(now))
                .map(then -> "; haproxy was reloaded since: process " + now + ", then " + then)
                .orElse("");
    }
}
