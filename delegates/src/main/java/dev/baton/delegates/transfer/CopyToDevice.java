package dev.baton.delegates.transfer;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has network devices fetch a file from a file server, and believes only the digest that they show of it. */
@Component("copyToDevice")
@Delegate(
        name = "Copy file from a server",
        description =
                "Has each network device fetch a file from a file server by its own copy command, and compares the"
                        + " digest that it shows. A device that has the file already is left alone.",
        effect = Effect.CONVERGE,
        inputs = CopyToDeviceInputs.class)
class CopyToDevice implements DeviceDelegate<CopyToDeviceInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, CopyToDeviceInputs inputs) {
        ServerCopy commands = ServerCopy.of(dialect, inputs);
        return Stream.of(commands.verify(), commands.room(), commands.fetch())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Result perform(Session session, CopyToDeviceInputs inputs) {
        ServerCopy commands = ServerCopy.of(session.dialect(), inputs);
        String wanted = inputs.digest().toLowerCase(Locale.ROOT);
        Map<String, Object> facts = Map.of("file", inputs.file(), "digest", wanted);
        if (shown(session, commands).filter(wanted::equals).isPresent()) {
            return Result.unchanged("the file stands there already").with(facts);
        }
        if (inputs.size() != null) {
            commands.requireRoom(session, inputs.size());
        }
        String said = session.send(commands.fetch()).output();
        commands.copy().failure(said).ifPresent(line -> {
            throw Problem.COMMAND_REJECTED.because(session.device().name() + ": \""
                    + commands.fetch().text() + "\": the device answers \"" + line + "\"");
        });
        Optional<String> seen = shown(session, commands);
        if (seen.filter(wanted::equals).isEmpty()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + ": " + inputs.file()
                    + " should have the digest "
                    + wanted + " and " + seen.map(digest -> "has " + digest).orElse("shows none")
                    + "; the device said \"" + lastLine(said) + "\"");
        }
        return Result.changed("fetched from " + inputs.server()).with(facts);
    }

    /** Empty where the file is not there. */
    private static Optional<String> shown(Session session, ServerCopy commands) {
        try {
            String output = session.send(commands.verify()).wholeOutput(session.device());
            return commands.copy().shown(commands.kind(), output).map(digest -> digest.toLowerCase(Locale.ROOT));
        } catch (ActionProblem refused) {
            if (refused.problem() == Problem.COMMAND_REJECTED
                    && commands.copy().absent().matcher(refused.reason()).find()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static String lastLine(String said) {
        return said.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("");
    }
}
