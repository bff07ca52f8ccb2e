package dev.baton.delegates.patch.before;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.action.net.HttpRequest;
import dev.baton.action.net.Naming;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Has a snapshot taken of a host before it is changed. The same label again takes no other one. */
@Component("takeSnapshot")
@Delegate(
        name = "Take snapshot",
        description =
                "Calls a program on the host with the label, or puts to an address beside it, and goes on only after a"
                        + " yes: exit status 0, or an HTTP status from 200 to 299. Without either it does nothing.",
        effect = Effect.CONVERGE,
        inputs = TakeSnapshotInputs.class)
class TakeSnapshot implements DeviceDelegate<TakeSnapshotInputs> {

    private static final Pattern PROGRAM = Pattern.compile("/[A-Za-z0-9._/-]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/\\S+ (\\d{3})\\b");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public List<Command> render(Device device, Dialect dialect, TakeSnapshotInputs inputs) {
        String snapshot = wanted(inputs);
        if (snapshot.isEmpty()) {
            return List.of();
        }
        String label = Objects.requireNonNullElse(inputs.label(), "");
        if (!LABEL.matcher(label).matches()) {
            throw Problem.BAD_INPUT.because(
                    "the input label takes letters, digits, dots and dashes, not \"" + label + "\"");
        }
        if (snapshot.startsWith("http://") || snapshot.startsWith("https://")) {
            String address = Naming.inUrl(device, snapshot.replace("{label}", label));
            return List.of(new HttpRequest("PUT", HttpRequest.uri(address), 0, "", List.of(), "")
                    .toHost()
                    .within(Duration.ofMinutes(2)));
        }
        if (!PROGRAM.matcher(snapshot).matches() || dialect.shell() != Shell.POSIX) {
            throw Problem.BAD_INPUT.because(
                    "the input snapshot takes the path of a program on a host, or an address, not \"" + snapshot
                            + "\"");
        }
        return List.of(Command.exec(Privilege.of(device, inputs.become()).line(snapshot, label))
                .changing()
                .detach()
                .within(PATIENCE));
    }

    @Override
    public Result interpret(Session session, TakeSnapshotInputs inputs, List<Answer> answers) {
        if (answers.isEmpty()) {
            return Result.unchanged("no snapshot is wanted");
        }
        Answer answer = answers.get(0);
        if (answer.exitStatus() != null || answer.signal() != null) {
            Privilege.requireGranted(session.device(), answer);
        }
        if (!isYes(answer)) {
            throw Problem.CHECK_FAILED.because(
                    session.device().name() + ": no snapshot was taken by " + wanted(inputs) + ": " + answer.ending());
        }
        return Result.changed("snapshot " + inputs.label() + " was taken");
    }

    private static boolean isYes(Answer answer) {
        if (answer.exitStatus() != null || answer.signal() != null) {
            return answer.succeeded();
        }
        var status = STATUS.matcher(answer.output());
        return status.find() && status.group(1).startsWith("2");
    }

    private static String wanted(TakeSnapshotInputs inputs) {
        return Objects.requireNonNullElse(inputs.snapshot(), "").strip();
    }
}
