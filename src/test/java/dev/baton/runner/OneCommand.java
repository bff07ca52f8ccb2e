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

/** Sends one command and takes whatever it ends with for a success. */
@Delegate(name = "Send", description = "For tests.", inputs = OneCommand.None.class)
record OneCommand(Effect effect, Command command) implements DeviceDelegate<OneCommand.None> {

    record None() {}

    @Override
    public Effect effect(None inputs) {
        return effect;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, None inputs) {
        return List.of(command);
    }

    @Override
    public Result interpret(Session session, None inputs, List<Answer> answers) {
        return Result.changed("ended with " + answers.get(0).exitStatus());
    }
}
