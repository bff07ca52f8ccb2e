package dev.baton.testing;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An SNMP agent from lines {@code OID type value}, as the files of the lab are; it answers GET and walks. */
public final class RecordedAgent {

    private static final Map<Character, String> TYPES = Map.of(
            'i', "INTEGER",
            's', "OCTET STRING",
            'x', "OCTET STRING",
            'o', "OBJECT IDENTIFIER",
            't', "TimeTicks",
            'c', "Counter32",
            'C', "Counter64",
            'g', "Gauge32",
            'a', "IpAddress");

    private final Map<String, Binding> variables = new TreeMap<>(RecordedAgent::inOrder);
    private final Map<String, Problem> broken = new HashMap<>();

    public RecordedAgent with(String lines) {
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
        return this;
    }

    private void add(String line) {
        String[] words = line.split(" ", 3);
        variables.put(
                words[0],
                new Binding(words[0], TYPES.get(words[1].charAt(0)), words.length > 2 ? words[2].strip() : ""));
    }

    /** Without the variables below an OID. */
    public RecordedAgent without(String root) {
        variables.keySet().removeIf(oid -> oid.equals(root) || oid.startsWith(root + "."));
        return this;
    }

    /** A walk of this column does not come to its end. */
    public RecordedAgent breaking(String root, Problem problem) {
        broken.put(root, problem);
        return this;
    }

    public ScriptedSession session() {
        return ScriptedSession.networkDevice().on("", this::answer);
    }

    /** The answer of the agent to one command; it has no login. */
    public Answer answer(Command command) {
        if (command.channel() == Channel.CLI || command.channel() == Channel.EXEC) {
            throw Problem.UNSUPPORTED.because("dev1: the inventory gives it no ssh access");
        }
        Problem problem = broken.get(command.text());
        if (problem != null) {
            throw problem.because("dev1: " + command.text() + " broke off");
        }
        return Answer.of(command, command.channel() == Channel.SNMP_WALK ? walk(command.text()) : get(command));
    }

    private List<Binding> walk(String root) {
        return variables.values().stream()
                .filter(variable -> variable.oid().startsWith(root + "."))
                .toList();
    }

    private List<Binding> get(Command command) {
        return Stream.of(command.text().split(" "))
                .map(oid -> variables.getOrDefault(oid, new Binding(oid, "noSuchInstance", "")))
                .toList();
    }

    private static int inOrder(String one, String other) {
        String[] first = one.split("\\.");
        String[] second = other.split("\\.");
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = Long.compare(Long.parseLong(first[i]), Long.parseLong(second[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.length, second.length);
    }
}
