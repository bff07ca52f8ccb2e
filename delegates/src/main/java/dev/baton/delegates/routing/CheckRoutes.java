package dev.baton.delegates.routing;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at a router's peers whether its routes still draw traffic: the router itself cannot know. */
@Component("checkRoutes")
@Delegate(
        name = "Check routes",
        description = "Asks each peer (FRRouting) for the routes that it has from a router, and waits until they are"
                + " drained, or carried again.",
        inputs = CheckRoutesInputs.class)
class CheckRoutes implements DeviceDelegate<CheckRoutesInputs> {

    private static final String FRR = "frr";
    private static final int NAMED = 5;

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckRoutesInputs inputs) {
        if (!dialect.platform().equals(FRR)) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " (" + dialect.platform() + ") does not show the routes of a neighbor as frr does");
        }
        return List.of(routes(inputs));
    }

    @Override
    public Result perform(Session session, CheckRoutesInputs inputs) {
        Duration waited = Duration.ZERO;
        while (true) {
            Answer answer = session.send(routes(inputs));
            PeerRoutes seen = PeerRoutes.read(session.device().name(), answer.wholeOutput(session.device()));
            List<String> complaints = seen.complaints(inputs.use());
            if (complaints.isEmpty()) {
                return Result.unchanged(seen.routes().size() + " routes of " + inputs.neighbor() + " are "
                                + (inputs.use() == RouteUse.DRAINED ? "drained" : "carried"))
                        .with(Map.of("routes", seen.routes().size()));
            }
            if (waited.compareTo(inputs.timeout()) >= 0) {
                throw Problem.CHECK_FAILED.because(session.device().name() + ": routes of " + inputs.neighbor()
                        + " should be " + inputs.use() + " after " + inputs.timeout() + ": " + some(complaints));
            }
            session.pause(inputs.interval());
            waited = waited.plus(inputs.interval());
        }
    }

    private static String some(List<String> complaints) {
        String named = String.join(", ", complaints.subList(0, Math.min(NAMED, complaints.size())));
        return complaints.size() > NAMED ? named + " and " + (complaints.size() - NAMED) + " more" : named;
    }

    private static Command routes(CheckRoutesInputs inputs) {
        return Command.cli(Shell.NETWORK_CLI.line(
                "show", "bgp", inputs.family().word(), "unicast", "neighbors", inputs.neighbor(), "routes", "json"));
    }
}
