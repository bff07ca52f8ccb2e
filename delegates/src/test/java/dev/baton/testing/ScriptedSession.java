package dev.baton.testing;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A device that answers by a script: the first fitting line, the last answer of a line again and again. */
public final class ScriptedSession implements Session {

    private static final Instant BEGIN = Instant.parse("2026-11-24T06:00:00Z");

    private final Device device;
    private final Dialect dialect;
    private final Map<String, Deque<Function<Command, Answer>>> script = new LinkedHashMap<>();
    private final Map<String, String> facts = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private Set<Command> rendered = Set.of();
    private Instant now = BEGIN;

    private ScriptedSession(Dialect dialect, boolean rootLogin) {
        this.dialect = dialect;
        this.device = new Device(
                "dev1", "192.0.2.1", dialect.platform(), "ams1", "test", Set.of(), Criticality.LOW, null, rootLogin);
    }

    /** A host whose login is not root. */
    public static ScriptedSession host() {
        return new ScriptedSession(ScriptedDialect.HOST, false);
    }

    /** A host whose login is root. */
    public static ScriptedSession hostAsRoot() {
        return new ScriptedSession(ScriptedDialect.HOST, true);
    }

    public static ScriptedSession networkDevice() {
        return new ScriptedSession(ScriptedDialect.SWITCH, false);
    }

    public static ScriptedSession of(ScriptedDialect dialect) {
        return new ScriptedSession(dialect, false);
    }

    /** Answers commands that contain the words with exit status 0. */
    public ScriptedSession on(String words, String output) {
        return on(words, 0, output);
    }

    public ScriptedSession on(String words, int exitStatus, String output) {
        return on(words, command -> Answer.of(command, exitStatus, output, ""));
    }

    public ScriptedSession on(String words, Problem problem) {
        return on(words, command -> {
            throw problem.because("scripted " + problem);
        });
    }

    public ScriptedSession on(String words, Function<Command, Answer> answer) {
        script.computeIfAbsent(words, ignored -> new ArrayDeque<>()).add(answer);
        return this;
    }

    public ScriptedSession knowing(String fact, String value) {
        facts.put(fact, value);
        return this;
    }

    /** Lets the delegate act, and refuses whatever it did not render. */
    public <I extends Record> Result perform(DeviceDelegate<I> delegate, I inputs) {
        rendered = Set.copyOf(delegate.render(device, dialect, inputs));
        return delegate.perform(this, inputs);
    }

    public List<String> render(DeviceDelegate<?> delegate, Record inputs) {
        return commands(delegate, inputs).stream().map(Command::text).toList();
    }

    @SuppressWarnings("unchecked")
    public List<Command> commands(DeviceDelegate<?> delegate, Record inputs) {
        return ((DeviceDelegate<Record>) delegate).render(device, dialect, inputs);
    }

    public <I extends Record> ScriptedSession allowing(DeviceDelegate<I> delegate, I inputs) {
        rendered = Set.copyOf(delegate.render(device, dialect, inputs));
        return this;
    }

    public List<String> sent() {
        return sent;
    }

    /** How long it was told to wait so far. */
    public Duration waited() {
        return Duration.between(BEGIN, now);
    }

    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public String run() {
        return "RUN-000042";
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Answer send(Command command) {
        if (!rendered.contains(command)) {
            throw Problem.PLAN_DEVIATION.because("not rendered: " + command.text());
        }
        sent.add(command.text());
        Deque<Function<Command, Answer>> answers = script.entrySet().stream()
                .filter(line -> command.text().contains(line.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer scripted for " + command.text() + ", only for "
                        + script.keySet().stream().collect(Collectors.joining(", "))));
        return (answers.size() > 1 ? answers.remove() : answers.element()).apply(command);
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void hold(Duration duration) {
        pause(duration);
    }

    @Override
    public void note(String name, String value) {
        facts.put(name, value);
    }

    @Override
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
