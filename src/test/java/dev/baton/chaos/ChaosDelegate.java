package dev.baton.chaos;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Input;
import dev.baton.action.Probe;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;

/** Tells a fake device to do something once; the device knows whether it did. */
@Delegate(name = "Act", description = "For tests.", inputs = ChaosDelegate.Inputs.class)
class ChaosDelegate implements DeviceDelegate<ChaosDelegate.Inputs> {

    private final Effect effect;

    ChaosDelegate(Effect effect) {
        this.effect = effect;
    }

    record Inputs(
            @Input(label = "Label", description = "What is done.")
            String label) {}

    @Override
    public Effect effect(Inputs inputs) {
        return effect;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, Inputs inputs) {
        return effect.changes() ? List.of(act(inputs), ask(inputs)) : List.of(ask(inputs));
    }

    @Override
    public Result perform(Session session, Inputs inputs) {
        session.send(effect.changes() ? act(inputs) : ask(inputs));
        return effect.changes() ? Result.changed("done") : Result.unchanged("read");
    }

    @Override
    public Result interpret(Session session, Inputs inputs, List<Answer> answers) {
        throw new UnsupportedOperationException("perform is the dialogue");
    }

    @Override
    public Probe probe(Session session, Inputs inputs) {
        return switch (session.send(ask(inputs)).output().strip()) {
            case "done" -> new Probe.Applied(Result.changed("it had been done"));
            case "never" -> new Probe.NotApplied("the device never heard of it");
            default -> new Probe.Undecided("the device still does it");
        };
    }

    private static Command act(Inputs inputs) {
        return Command.exec("act " + inputs.label()).changing();
    }

    private static Command ask(Inputs inputs) {
        return Command.exec("ask " + inputs.label());
    }
}
