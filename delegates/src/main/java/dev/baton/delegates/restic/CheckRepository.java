package dev.baton.delegates.restic;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a share of a repository back and compares it with its digests. */
@Component("checkRepository")
@Delegate(
        name = "Check repository",
        description =
                "Has restic on each host look at all snapshots of a repository and read a share of its data back; what"
                        + " is damaged is a finding. The check locks the repository while it runs.",
        effect = Effect.CONVERGE,
        inputs = CheckRepositoryInputs.class,
        outputs = "damagedCount")
class CheckRepository implements DeviceDelegate<CheckRepositoryInputs> {

    static final String DAMAGED = "backup-repository-damaged";

    /** What restic says at the end of a check, and only then. */
    private static final String SOUND = "no errors were found";

    private static final String UNSOUND = "repository contains errors";

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckRepositoryInputs inputs) {
        Restic.requireHost(device, dialect);
        return List.of(check(restic(device, inputs), inputs));
    }

    @Override
    public Result interpret(Session session, CheckRepositoryInputs inputs, List<Answer> answers) {
        Answer answer = answers.get(0);
        Device device = session.device();
        Restic restic = restic(device, inputs);
        restic.requireOpened(answer);
        if (answer.succeeded()) {
            if (!answer.output().contains(SOUND)) {
                throw Problem.ANSWER_INCOMPLETE.because(
                        device.name() + ": restic does not say that " + inputs.repository() + " is sound");
            }
            return Result.unchanged("sound, " + inputs.share() + " read back")
                    .with(Map.of("damaged", false))
                    .checked(Set.of(DAMAGED), List.of());
        }
        if (!answer.errorOutput().contains(UNSOUND)) {
            throw restic.failed(answer);
        }
        Finding finding = new Finding(
                        device.name(),
                        DAMAGED,
                        inputs.repository(),
                        Severity.CRITICAL,
                        "The repository " + inputs.repository() + " is damaged: "
                                + answer.errorOutput().lines().findFirst().orElse(""))
                .seen(answer.errorOutput());
        return Result.unchanged("damaged").with(Map.of("damaged", true)).checked(Set.of(DAMAGED), List.of(finding));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        long damaged = results.values().stream()
                .filter(result -> !Boolean.FALSE.equals(result.facts().get("damaged")))
                .count();
        return Map.of("damagedCount", (int) damaged);
    }

    /** It writes a lock, so it is no read. */
    private static Command check(Restic restic, CheckRepositoryInputs inputs) {
        return restic.command("check", "--read-data-subset=" + inputs.share())
                .changing()
                .detach()
                .within(inputs.timeout());
    }

    private static Restic restic(Device device, CheckRepositoryInputs inputs) {
        return Restic.on(device, inputs.repository(), inputs.passwordFile(), inputs.become());
    }
}
