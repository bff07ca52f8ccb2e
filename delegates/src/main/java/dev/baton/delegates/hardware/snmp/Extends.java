package dev.baton.delegates.hardware.snmp;

import dev.baton.delegates.hardware.host.MdArrays;
import dev.baton.delegates.hardware.host.MdDetail;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What net-snmp's agent tells of RAID and drives by running programs: its extend, and the older exec. */
final class Extends {

    static final String NAME = "net-snmp extend";
    static final Set<Component> COMPONENTS = Set.of(Component.ARRAY, Component.DRIVE);

    private static final String CONFIGURED = "1.3.6.1.4.1.8072.1.3.2.2.1";
    private static final String RESULTS = "1.3.6.1.4.1.8072.1.3.2.3.1";
    private static final String OLD = "1.3.6.1.4.1.2021.8.1";

    static final List<String> PROBES = List.of(CONFIGURED, OLD);
    static final List<String> ROOTS = List.of(
            CONFIGURED + ".2",
            CONFIGURED + ".3",
            RESULTS + ".2",
            RESULTS + ".4",
            OLD + ".2",
            OLD + ".3",
            OLD + ".100",
            OLD + ".101");

    private static final Pattern STORAGE = Pattern.compile(
            "mdadm|mdstat|raid|smart|zpool|storcli|megacli|perccli|s?sacli|hpacucli|arcconf|areca",
            Pattern.CASE_INSENSITIVE);

    private Extends() {}

    static List<Part> parts(Walks walks) {
        return Stream.concat(extended(walks), executed(walks))
                .filter(program ->
                        STORAGE.matcher(program.name() + " " + program.line()).find())
                .flatMap(program -> parts(program).stream())
                .toList();
    }

    private static Stream<Program> extended(Walks walks) {
        Map<String, String> arguments = walks.column(CONFIGURED + ".3");
        Map<String, String> outputs = walks.column(RESULTS + ".2");
        Map<String, String> results = walks.column(RESULTS + ".4");
        return walks.column(CONFIGURED + ".2").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(command -> new Program(
                        name(command.getKey()),
                        command.getValue() + " " + arguments.getOrDefault(command.getKey(), ""),
                        outputs.getOrDefault(command.getKey(), ""),
                        results.getOrDefault(command.getKey(), "")));
    }

    private static Stream<Program> executed(Walks walks) {
        Map<String, String> commands = walks.column(OLD + ".3");
        Map<String, String> outputs = walks.column(OLD + ".101");
        Map<String, String> results = walks.column(OLD + ".100");
        return walks.column(OLD + ".2").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(name -> new Program(
                        name.getValue(),
                        commands.getOrDefault(name.getKey(), ""),
                        outputs.getOrDefault(name.getKey(), ""),
                        results.getOrDefault(name.getKey(), "")));
    }

    /** A text index: its length, then its characters. */
    private static String name(String index) {
        return Stream.of(index.split("\\."))
                .skip(1)
                .map(number -> String.valueOf((char) Integer.parseInt(number)))
                .collect(Collectors.joining());
    }

    private static List<Part> parts(Program program) {
        if (MdArrays.isMdStat(program.output())) {
            return MdArrays.parts(program.output(), NAME);
        }
        if (program.output().startsWith("{")) {
            return MdJson.parts(program.output(), program.name(), NAME);
        }
        if (program.line().contains("mdadm")) {
            return MdDetail.parts(program.output(), program.result(), program.name(), NAME);
        }
        return List.of(byResult(program));
    }

    /** The exit code as monitoring plugins give it. */
    private static Part byResult(Program program) {
        boolean smart = program.line().contains("smartctl");
        State state = smart ? smart(program.result()) : plugin(program.result());
        List<String> seen = new ArrayList<>();
        seen.add("\"" + program.line().strip() + "\" ended with " + program.result());
        program.output().lines().findFirst().filter(line -> !line.isBlank()).ifPresent(seen::add);
        return new Part(smart ? Component.DRIVE : Component.ARRAY, program.name(), state, seen, NAME);
    }

    private static State plugin(String result) {
        return switch (result) {
            case "0" -> State.OK;
            case "1" -> State.DEGRADED;
            case "2" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }

    /** Bits 0 and 1: it could not ask; 3: the drive is failing; 4: an attribute is below its threshold. */
    private static State smart(String result) {
        if (!result.matches("\\d{1,3}") || (Integer.parseInt(result) & 0b11) != 0) {
            return State.UNKNOWN;
        }
        return (Integer.parseInt(result) & 0b11000) != 0 ? State.PREDICTED_FAILURE : State.OK;
    }

    /** One program that the agent runs. */
    private record Program(String name, String line, String output, String result) {}
}
