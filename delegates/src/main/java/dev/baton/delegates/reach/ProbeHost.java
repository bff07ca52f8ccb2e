package dev.baton.delegates.reach;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.action.net.Ports;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knocks at a host by ICMP, TCP, SSH and SNMP; silence is an answer too. Only reads, so repeating it is safe. */
@Component("probeHost")
@Delegate(
        name = "Probe host",
        description =
                "Tries an echo, TCP ports, a login over SSH and a question over SNMP, and tells for each what came of it. A host that"
                        + " answers in every way that it should has its finding host-down resolved.",
        inputs = ProbeHostInputs.class,
        outputs = {"reachable", "icmp", "tcp", "ssh", "snmp", "address", "probed"})
class ProbeHost implements DeviceDelegate<ProbeHostInputs> {

    private static final String FAULT_KIND = "host-down";
    private static final String UP_TIME = "1.3.6.1.2.1.1.3.0";
    private static final Map<String, Object> UNPROBED = Map.of(
            "reachable",
            false,
            "icmp",
            "silent",
            "tcp",
            "silent",
            "ssh",
            "silent",
            "snmp",
            "silent",
            "address",
            "",
            "probed",
            "not probed");

    /** The server spoke, and did not let us in. */
    private static final Set<Problem> REFUSALS =
            EnumSet.of(Problem.AUTH_FAILED, Problem.HOST_KEY_MISMATCH, Problem.COMMAND_REJECTED);

    private static final Set<Problem> SILENCE =
            EnumSet.of(Problem.UNREACHABLE, Problem.TIMEOUT, Problem.ANSWER_INCOMPLETE);

    @Override
    public List<Command> render(Device device, Dialect dialect, ProbeHostInputs inputs) {
        List<Command> commands = new ArrayList<>(ports(inputs));
        commands.add(echo(inputs));
        login(dialect, inputs).ifPresent(commands::add);
        commands.add(Command.snmpGet(UP_TIME).within(inputs.limit()));
        return commands;
    }

    private static Command echo(ProbeHostInputs inputs) {
        return Ports.ping().within(inputs.limit());
    }

    private static List<Command> ports(ProbeHostInputs inputs) {
        return inputs.ports().stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Ports::of)
                .distinct()
                .map(port -> Ports.connect(port).within(inputs.limit()))
                .toList();
    }

    /** The least that proves a login; a platform without a command line has none. */
    private static Optional<Command> login(Dialect dialect, ProbeHostInputs inputs) {
        Optional<Command> command = dialect.shell() == Shell.POSIX
                ? Optional.of(Command.exec("true"))
                : Optional.of(Operation.SHOW_VERSION).filter(dialect::supports).map(dialect::command);
        return command.map(least -> least.within(inputs.limit().multipliedBy(3)));
    }

    @Override
    public Result perform(Session session, ProbeHostInputs inputs) {
        String icmp = answered(session, echo(inputs)).equals("answers") ? "answers" : "silent";
        List<String> ports = ports(inputs).stream()
                .map(port -> port.text() + " " + answered(session, port))
                .toList();
        String tcp = tcp(ports);
        String ssh = login(session.dialect(), inputs)
                .map(login -> asked(session, login))
                .orElse("none");
        String snmp = asked(session, Command.snmpGet(UP_TIME).within(inputs.limit()));
        boolean reachable = reachable(tcp, ssh, snmp);
        String probed = "ICMP " + icmp + "; TCP " + String.join(", ", ports) + "; SSH " + ssh + "; SNMP " + snmp;
        Map<String, Object> facts = new HashMap<>(Map.of("reachable", reachable, "tcp", tcp, "ssh", ssh, "snmp", snmp));
        facts.put("icmp", icmp);
        facts.put("address", session.device().address());
        facts.put("probed", session.device().name() + ": " + probed);
        Result result = Result.unchanged(probed).with(facts);
        return reachable ? result.checked(Set.of(FAULT_KIND), List.of()) : result;
    }

    /** Every way that the inventory gives works, and there is one. */
    private static boolean reachable(String tcp, String ssh, String snmp) {
        boolean works = ssh.equals("works") || snmp.equals("works");
        return works && Stream.of(ssh, snmp).allMatch(way -> way.equals("works") || way.equals("none"))
                || tcp.equals("open") && ssh.equals("none") && snmp.equals("none");
    }

    private static String answered(Session session, Command command) {
        try {
            return session.send(command).output().strip();
        } catch (ActionProblem problem) {
            return silent(problem);
        }
    }

    private static String tcp(List<String> ports) {
        if (ports.stream().anyMatch(port -> port.contains(" open"))) {
            return "open";
        }
        return ports.stream().anyMatch(port -> port.contains(" refused")) ? "refused" : "silent";
    }

    private static String asked(Session session, Command command) {
        try {
            Answer answer = session.send(command);
            boolean empty =
                    !answer.bindings().isEmpty() && answer.bindings().stream().noneMatch(Binding::exists);
            return answer.succeeded() && !empty ? "works" : "refuses";
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.UNSUPPORTED) {
                return "none";
            }
            return REFUSALS.contains(problem.problem()) ? "refuses" : silent(problem);
        }
    }

    private static String silent(ActionProblem problem) {
        if (!SILENCE.contains(problem.problem())) {
            throw problem;
        }
        return "silent";
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        Map<String, Object> all = new HashMap<>(UNPROBED);
        results.values().stream().findFirst().ifPresent(result -> all.putAll(result.facts()));
        return all;
    }
}
