package dev.baton.delegates.restic;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forgets old snapshots of hosts by rules, and looks that the new one is still there. */
@Component("forgetSnapshots")
@Delegate(
        name = "Forget snapshots",
        description =
                "Has restic forget each host's own snapshots beyond the rules and delete what nothing needs any more;"
                        + " the last two always stay, and that of this run must be there before and afterwards. A host where more"
                        + " would go than usual, or the last snapshot of a path, keeps all of them and is held back.",
        effect = Effect.CONVERGE,
        inputs = ForgetSnapshotsInputs.class,
        outputs = {"heldBackCount", "heldBackMost", "heldBackTable"})
class ForgetSnapshots implements DeviceDelegate<ForgetSnapshotsInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, ForgetSnapshotsInputs inputs) {
        Restic.requireHost(device, dialect);
        Restic restic = restic(device, inputs);
        return List.of(
                restic.tagged(tag(inputs)),
                all(restic),
                rules(restic, inputs, "--dry-run", "--json"),
                forget(restic, inputs));
    }

    @Override
    public Result perform(Session session, ForgetSnapshotsInputs inputs) {
        Restic restic = restic(session.device(), inputs);
        requireOwn(session, restic, inputs);
        Retention retention = retention(session, restic, inputs);
        Optional<String> unusual = retention.unusual(inputs);
        if (unusual.isPresent()) {
            return Result.unchanged("nothing is forgotten until a person decides: " + unusual.get())
                    .with(Map.of("heldBack", unusual.get(), "wanted", retention.wanted()));
        }
        int before = restic.snapshots(session, all(restic)).size();
        Answer answer = session.send(forget(restic, inputs));
        restic.requireOpened(answer);
        if (!answer.succeeded()) {
            throw restic.failed(answer);
        }
        requireOwn(session, restic, inputs);
        int after = restic.snapshots(session, all(restic)).size();
        Map<String, Object> facts = Map.of("forgotten", before - after, "kept", after);
        return (after == before ? Result.unchanged("nothing to forget") : Result.changed("forgot " + (before - after)))
                .with(facts);
    }

    private static Retention retention(Session session, Restic restic, ForgetSnapshotsInputs inputs) {
        Answer answer = session.send(rules(restic, inputs, "--dry-run", "--json"));
        restic.requireOpened(answer);
        if (!answer.succeeded()) {
            throw restic.failed(answer);
        }
        return Retention.of(session.device(), answer.wholeOutput(session.device()));
    }

    private static void requireOwn(Session session, Restic restic, ForgetSnapshotsInputs inputs) {
        if (restic.snapshots(session, restic.tagged(tag(inputs))).isEmpty()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + ": no snapshot in " + inputs.repository()
                    + " carries the tag " + tag(inputs) + ", so nothing may be forgotten");
        }
    }

    private static Command all(Restic restic) {
        return restic.command("snapshots", "--json", "--host", restic.device().name());
    }

    private static Command forget(Restic restic, ForgetSnapshotsInputs inputs) {
        return rules(restic, inputs, "--prune").changing().detach().within(inputs.timeout());
    }

    private static Command rules(Restic restic, ForgetSnapshotsInputs inputs, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "forget",
                "--host",
                restic.device().name(),
                "--group-by",
                "host",
                "--keep-last",
                "2",
                "--keep-daily",
                String.valueOf(inputs.keepDaily()),
                "--keep-weekly",
                String.valueOf(inputs.keepWeekly()),
                "--keep-monthly",
                String.valueOf(inputs.keepMonthly())));
        words.addAll(List.of(more));
        return restic.command(words.toArray(String[]::new));
    }

    /** Hosts that keep everything until a person decides, and the most snapshots that one of them would lose. */
    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> held = new ArrayList<>();
        int most = 0;
        for (Map.Entry<String, Result> host : results.entrySet()) {
            Map<String, Object> facts = host.getValue().facts();
            if (facts.containsKey("heldBack")) {
                held.add(Map.of("device", host.getKey(), "why", facts.get("heldBack")));
                most = Math.max(most, facts.get("wanted") instanceof Number wanted ? wanted.intValue() : 0);
            }
        }
        return Map.of("heldBackCount", held.size(), "heldBackMost", most, "heldBackTable", held);
    }

    private static String tag(ForgetSnapshotsInputs inputs) {
        return "run=" + inputs.run();
    }

    private static Restic restic(Device device, ForgetSnapshotsInputs inputs) {
        return Restic.on(device, inputs.repository(), inputs.passwordFile(), inputs.become());
    }
}
