package dev.baton.delegates.reach;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks switches and routers whether they have seen a host lately. Only reads, so repeating it is safe. */
@Component("askNeighbours")
@Delegate(
        name = "Ask neighbours",
        description =
                "Looks for the address of a host in the ARP tables of its neighbours, and for its hardware address among those"
                        + " that their ports have learned, which are forgotten some minutes after the last frame.",
        inputs = AskNeighboursInputs.class,
        outputs = {"neighbourState", "frames", "neighbourEvidence"})
class AskNeighbours implements DeviceDelegate<AskNeighboursInputs> {

    private static final String ARP = "1.3.6.1.2.1.4.22.1.2";
    private static final String LEARNED = "1.3.6.1.2.1.17.4.3.1.2";
    private static final String LEARNED_BY_VLAN = "1.3.6.1.2.1.17.7.1.2.2.1.2";

    @Override
    public List<Command> render(Device device, Dialect dialect, AskNeighboursInputs inputs) {
        return Stream.of(ARP, LEARNED, LEARNED_BY_VLAN)
                .map(table -> Command.snmpWalk(table).within(inputs.limit()))
                .toList();
    }

    @Override
    public Result interpret(Session session, AskNeighboursInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        Optional<String> hardware = answers.get(0).bindings().stream()
                .filter(entry -> entry.oid().endsWith("." + inputs.address()))
                .map(Binding::value)
                .findFirst();
        List<Binding> learned = Stream.concat(answers.get(1).bindings().stream(), answers.get(2).bindings().stream())
                .toList();
        Optional<String> port = hardware.flatMap(AskNeighbours::decimal)
                .flatMap(address -> learned.stream()
                        .filter(entry -> entry.oid().endsWith("." + address)
                                && !entry.value().equals("0"))
                        .map(Binding::value)
                        .findFirst());
        String frames = port.isPresent() ? "seen" : hardware.isPresent() && !learned.isEmpty() ? "absent" : "unknown";
        String told = device + ": "
                + hardware.map(address -> inputs.address() + " is " + address)
                        .orElse("does not know " + inputs.address())
                + port.map(number -> ", learned on its bridge port " + number).orElse("");
        return Result.unchanged(told).with(Map.of("frames", frames, "told", told));
    }

    /** As it stands in an OID: six numbers. */
    private static Optional<String> decimal(String hardware) {
        String digits = hardware.replaceAll("[^0-9a-fA-F]", "").toLowerCase(Locale.ROOT);
        if (digits.length() != 12) {
            return Optional.empty();
        }
        return Optional.of(Stream.iterate(0, at -> at < 12, at -> at + 2)
                .map(at -> String.valueOf(Integer.parseInt(digits.substring(at, at + 2), 16)))
                .collect(Collectors.joining(".")));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<String> frames = results.values().stream()
                .map(result -> String.valueOf(result.facts().get("frames")))
                .toList();
        String told = results.values().stream()
                .map(result -> String.valueOf(result.facts().get("told")))
                .collect(Collectors.joining("\n"));
        return Map.of(
                "neighbourState", results.isEmpty() ? "silent" : "answers",
                "frames", frames.contains("seen") ? "seen" : frames.contains("absent") ? "absent" : "unknown",
                "neighbourEvidence", told);
    }
}
