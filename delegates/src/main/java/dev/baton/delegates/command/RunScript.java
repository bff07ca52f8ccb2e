package dev.baton.delegates.command;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.action.SourceFiles;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings a script to hosts, runs it and takes it away; whether repeating is safe is for its effect input to say. */
@Component("runScript")
@Delegate(
        name = "Run script",
        description = "Brings a script of the installation's folder to a private place on each host, runs it, and takes"
                + " it away whatever happens. Fails where its exit status is not the expected one.",
        effect = Effect.ONCE,
        inputs = RunScriptInputs.class,
        outputs = "scriptTable")
class RunScript implements DeviceDelegate<RunScriptInputs> {

    private final SourceFiles files;

    RunScript(SourceFiles files) {
        this.files = files;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, RunScriptInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " (" + dialect.platform() + ") runs no scripts");
        }
        RunCommand.expected(inputs.expectedExit());
        return commands(device, inputs).all();
    }

    @Override
    public Result perform(Session session, RunScriptInputs inputs) {
        ScriptRun script = commands(session.device(), inputs);
        requirePrivate(session, session.send(script.prepare()));
        Answer answer = run(session, script);
        RunCommand.requireExpectedExit(session.device(), inputs.expectedExit(), answer);
        return Result.changed("ran " + inputs.script()).with(RunCommand.facts(answer, session.dialect()));
    }

    @Override
    public Effect effect(RunScriptInputs inputs) {
        return inputs.effect().effect();
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of("scriptTable", RunCommand.table(results));
    }

    private ScriptRun commands(Device device, RunScriptInputs inputs) {
        return ScriptRun.of(device, inputs, files.read(inputs.script(), inputs.sha256()));
    }

    private static void requirePrivate(Session session, Answer answer) {
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(session.device().name()
                    + ": wanted a private folder for the script, the host does not make it: "
                    + answer.command().text() + " ended with exit status " + answer.exitStatus() + " "
                    + answer.errorOutput().strip());
        }
    }

    /** The run takes the script away itself, also when nobody listens any more; before it, that is for the session. */
    private static Answer run(Session session, ScriptRun script) {
        try {
            session.send(script.upload());
            return session.send(script.run());
        } catch (ActionProblem problem) {
            try {
                session.send(script.remove());
            } catch (ActionProblem second) {
                problem.addSuppressed(second);
            }
            throw problem;
        }
    }
}
