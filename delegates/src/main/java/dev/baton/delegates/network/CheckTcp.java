package dev.baton.delegates.network;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells whether TCP ports of a device accept connections. Only connects, so repeating it is safe. */
@Component("checkTcp")
@Delegate(
        name = "Check TCP ports",
        description =
                "Connects to ports of the device; one that is refused, silent or out of reach fails, each told apart.",
        inputs = CheckTcpInputs.class,
        outputs = "portTable")
class CheckTcp implements DeviceDelegate<CheckTcpInputs> {

    private static final int MOST_PORTS = 64;

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckTcpInputs inputs) {
        List<Integer> ports = inputs.ports().stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Ports::of)
                .distinct()
                .toList();
        if (ports.isEmpty() || ports.size() > MOST_PORTS) {
            throw Problem.BAD_INPUT.because("ports takes 1 to " + MOST_PORTS + " ports, not " + ports.size());
        }
        return ports.stream()
                .map(port -> Ports.connect(port).within(inputs.limit()))
                .toList();
    }

    @Override
    public Result interpret(Session session, CheckTcpInputs inputs, List<Answer> answers) {
        Map<String, Object> states = new LinkedHashMap<>();
        answers.forEach(
                answer -> states.put(answer.command().text(), answer.output().strip()));
        String device = session.device().name();
        if (inputs.expected() == ExpectedPorts.CLOSED) {
            requireClosed(device, states);
        } else {
            requireOpen(device, states);
        }
        return Result.unchanged(described(states)).with(Map.of("ports", states));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Rows.of("portTable", results, "ports");
    }

    private static void requireOpen(String device, Map<String, Object> states) {
        String seen = device + ": expected open ports; " + described(states);
        if (any(states, "refused")) {
            throw Problem.CHECK_FAILED.because(seen);
        }
        if (any(states, "unreachable")) {
            throw Problem.UNREACHABLE.because(seen);
        }
        if (any(states, "filtered")) {
            throw Problem.TIMEOUT.because(seen);
        }
    }

    /** A device that cannot be reached at all says nothing about its ports. */
    private static void requireClosed(String device, Map<String, Object> states) {
        String seen = device + ": expected closed ports; " + described(states);
        if (any(states, "open")) {
            throw Problem.CHECK_FAILED.because(seen);
        }
        if (any(states, "unreachable")) {
            throw Problem.UNREACHABLE.because(seen);
        }
    }

    private static boolean any(Map<String, Object> states, String state) {
        return states.values().stream().anyMatch(seen -> seen.toString().startsWith(state));
    }

    private static String described(Map<String, Object> states) {
        return String.join(
                ", ",
                states.entrySet().stream()
                        .map(entry -> "port " + entry.getKey() + " " + entry.getValue())
                        .toList());
    }
}
