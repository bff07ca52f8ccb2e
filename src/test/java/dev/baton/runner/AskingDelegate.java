package dev.baton.runner;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Renders what it is given, interprets the answers, and leads no dialogue. */
@Delegate(name = "Ask", description = "For tests.", inputs = ScriptedDelegate.None.class)
class AskingDelegate implements DeviceDelegate<ScriptedDelegate.None> {

    static final Command ASK = Command.snmpGet("1.3.6.1.2.1.1.6.0");

    final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final Function<Device, List<Command>> commands;

    AskingDelegate(Command... commands) {
        this(device -> List.of(commands));
    }

    AskingDelegate(Function<Device, List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public Effect effect(ScriptedDelegate.None inputs) {
        return Effect.READ;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ScriptedDelegate.None inputs) {
        return commands.apply(device);
    }

    @Override
    public Result interpret(Session session, ScriptedDelegate.None inputs, List<Answer> answers) {
        threads.add(Thread.currentThread().getName());
        return Result.unchanged("answered")
                .with(Map.of("last", answers.get(answers.size() - 1).output()));
    }
}
