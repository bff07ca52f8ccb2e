package dev.baton.runner;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends "look" and then, unless it only reads, "act"; its probe asks the device whether "act" happened. */
@Delegate(name = "Act", description = "For tests.", inputs = ScriptedDelegate.None.class)
class ScriptedDelegate implements DeviceDelegate<ScriptedDelegate.None> {

    static final Command LOOK = Command.exec("look");
    static final Command ACT = Command.exec("act").changing();

    private final Effect effect;
    private final Consumer<Session> beforeProbe;

    ScriptedDelegate(Effect effect) {
        this(effect, session -> {});
    }

    ScriptedDelegate(Effect effect, Consumer<Session> beforeProbe) {
        this.effect = effect;
        this.beforeProbe = beforeProbe;
    }

    record None() {}

    @Override
    public Effect effect(None inputs) {
        return effect;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, None inputs) {
        return effect.changes() ? List.of(LOOK, ACT) : List.of(LOOK);
    }

    @Override
    public Result perform(Session session, None inputs) {
        session.note("begun", "yes");
        return DeviceDelegate.super.perform(session, inputs);
    }

    @Override
    public Result interpret(Session session, None inputs, List<Answer> answers) {
        return (effect.changes() ? Result.changed("acted") : Result.unchanged("looked"))
                .with(Map.of("answers", answers.size()));
    }

    @Override
    public Probe probe(Session session, None inputs) {
        beforeProbe.accept(session);
        return switch (session.send(LOOK).output()) {
            case "acted" -> new Probe.Applied(Result.changed("it had happened"));
            case "" -> new Probe.NotApplied("nothing happened");
            default -> new Probe.Undecided("the device does not tell");
        };
    }
}
