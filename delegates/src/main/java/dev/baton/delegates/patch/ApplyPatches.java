package dev.baton.delegates.patch;

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
import dev.baton.delegates.patch.manager.Apt;
import dev.baton.delegates.patch.manager.PackageManager;
import dev.baton.delegates.patch.manager.Patch;
import dev.baton.delegates.patch.manager.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Installs the pending patches of a host and proves it by listing again. Repeating it reaches the same state. */
@Component("applyPatches")
@Delegate(
        name = "Apply patches",
        description = "Installs the pending patches without a question, keeps changed configuration files, removes no"
                + " package, and fails where something is still pending afterwards. A patched host installs nothing.",
        effect = Effect.CONVERGE,
        inputs = ApplyPatchesInputs.class,
        outputs = {"appliedCount"})
class ApplyPatches implements DeviceDelegate<ApplyPatchesInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, ApplyPatchesInputs inputs) {
        List<Command> commands = new ArrayList<>(inputs.packageManager().detection(device, dialect));
        Privilege privilege = Privilege.of(device, inputs.become());
        Selection selection = inputs.selection();
        inputs.packageManager().candidates(selection).forEach(manager -> {
            commands.addAll(manager.listing(privilege));
            if (selection.takesAny()) {
                commands.addAll(manager.rehearsal(selection));
                commands.add(manager.installation(selection, privilege));
            }
        });
        return commands;
    }

    @Override
    public Result perform(Session session, ApplyPatchesInputs inputs) {
        Privilege privilege = Privilege.of(session.device(), inputs.become());
        Selection selection = inputs.selection();
        PackageManager manager = inputs.packageManager().find(session, selection);
        List<Patch> pending = selected(PendingPatches.of(session, manager, privilege), selection);
        if (pending.isEmpty()) {
            return Result.unchanged("nothing to install").with(facts(List.of()));
        }
        requireOthersUntouched(session, manager, selection);
        install(session, manager, manager.installation(selection, privilege));
        requireNothingPending(session, selected(PendingPatches.of(session, manager, privilege), selection));
        return Result.changed("installed " + pending.size() + " patches").with(facts(pending));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        int applied = results.values().stream()
                .mapToInt(result -> result.facts().get("appliedCount") instanceof Integer count ? count : 0)
                .sum();
        return Map.of("appliedCount", applied);
    }

    private static List<Patch> selected(List<Patch> pending, Selection selection) {
        return pending.stream().filter(selection::takes).toList();
    }

    /** A patch may need a newer version of a package that shall stay: then nothing is installed at all. */
    private static void requireOthersUntouched(Session session, PackageManager manager, Selection selection) {
        for (Command rehearsal : manager.rehearsal(selection)) {
            Answer answer = session.send(rehearsal);
            manager.requireListed(session.device(), answer);
            String touched = Apt.simulated(answer).stream()
                    .map(Patch::name)
                    .filter(selection::excludes)
                    .collect(Collectors.joining(", "));
            if (!touched.isEmpty()) {
                throw Problem.CHECK_FAILED.because(session.device().name()
                        + ": the patches need newer versions of packages that are excluded: " + touched
                        + "; nothing was installed");
            }
        }
    }

    private static void install(Session session, PackageManager manager, Command installation) {
        Device device = session.device();
        if (manager.installed(device, session.send(installation)) == PackageManager.Installed.CALL_AGAIN) {
            manager.installed(device, session.send(installation));
        }
    }

    private static void requireNothingPending(Session session, List<Patch> left) {
        if (!left.isEmpty()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + ": still pending after the installation: "
                    + left.stream().map(Patch::name).limit(20).collect(Collectors.joining(", ")));
        }
    }

    private static Map<String, Object> facts(List<Patch> applied) {
        return Map.of("applied", applied.stream().map(Patch::asFact).toList(), "appliedCount", applied.size());
    }
}
