package dev.baton.delegates.patch;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Observations;
import dev.baton.action.Privilege;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.delegates.patch.Closing.State;
import dev.baton.delegates.patch.manager.PackageManager;
import dev.baton.delegates.patch.manager.Patch;
import dev.baton.delegates.patch.manager.Selection;
import dev.baton.delegates.patch.manager.Withheld;
import dev.baton.delegates.vulnerability.KnownVulnerabilities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists the pending patches of a host. Refreshes its package lists and installs nothing, so repeating it is safe. */
@Component("listPatches")
@Delegate(
        name = "List patches",
        description = "Refreshes the package lists and tells which patches are pending and what is held or pinned;"
                + " installs nothing.",
        inputs = ListPatchesInputs.class,
        outputs = {
            "patchTable",
            "hostTable",
            "patchCount",
            "securityCount",
            "devicesWithPatches",
            "withheldTable",
            "withheldCount",
            "cveTable",
            "openCves",
            "cvePackages"
        })
class ListPatches implements DeviceDelegate<ListPatchesInputs> {

    static final String WITHHELD = "patch-withheld";

    private final KnownVulnerabilities vulnerabilities;

    ListPatches(Observations observations) {
        this.vulnerabilities = new KnownVulnerabilities(observations);
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ListPatchesInputs inputs) {
        List<Command> commands = new ArrayList<>(inputs.packageManager().detection(device, dialect));
        Privilege privilege = Privilege.of(device, inputs.become());
        inputs.packageManager().candidates(inputs.selection(List.of())).forEach(manager -> {
            commands.addAll(manager.listing(privilege));
            commands.addAll(manager.withholding());
        });
        if (!inputs.vulnerabilities().isEmpty()) {
            commands.addAll(InstalledPackages.QUESTIONS);
        }
        return commands;
    }

    @Override
    public Result perform(Session session, ListPatchesInputs inputs) {
        Privilege privilege = Privilege.of(session.device(), inputs.become());
        PackageManager manager = inputs.packageManager().find(session, inputs.selection(List.of()));
        List<Patch> pending = PendingPatches.of(session, manager, privilege);
        List<Withheld> withheld = PendingPatches.withheld(session, manager);
        List<Closing> closings = closings(session, inputs, pending, withheld);
        Selection selection = inputs.selection(closings.stream()
                .filter(closing -> closing.state() == State.CLOSED)
                .map(Closing::name)
                .distinct()
                .toList());
        List<Patch> chosen = pending.stream().filter(selection::takes).toList();
        List<Withheld> left = new ArrayList<>(withheld);
        pending.stream()
                .filter(patch -> selection.excludes(patch.name()))
                .map(patch -> new Withheld(patch.name(), patch.from(), patch.to(), patch.security(), "excluded"))
                .forEach(left::add);
        Result result = result(session.device(), chosen, left, closings, selection);
        return manager.withholding().isEmpty()
                ? result
                : result.checked(Set.of(WITHHELD), findings(session.device(), withheld, closings));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return PatchTables.of(results);
    }

    private List<Closing> closings(
            Session session, ListPatchesInputs inputs, List<Patch> pending, List<Withheld> withheld) {
        List<String> ids = inputs.vulnerabilities();
        if (ids.isEmpty()) {
            return List.of();
        }
        InstalledPackages installed = InstalledPackages.of(
                session.device(),
                InstalledPackages.QUESTIONS.stream().map(session::send).toList());
        return ids.stream()
                .flatMap(
                        id -> installed
                                .closings(
                                        id,
                                        vulnerabilities.ofPackages(id),
                                        pending,
                                        withheld,
                                        inputs.selection(List.of()))
                                .stream())
                .toList();
    }

    /** Somebody had a reason to hold a package; that it now keeps a hole open is for people to weigh. */
    private static List<Finding> findings(Device device, List<Withheld> withheld, List<Closing> closings) {
        return withheld.stream()
                .flatMap(kept -> {
                    String open = closings.stream()
                            .filter(closing ->
                                    closing.staysOpen() && closing.name().equals(kept.name()))
                            .map(Closing::id)
                            .collect(Collectors.joining(", "));
                    if (!kept.security() && open.isEmpty()) {
                        return Stream.empty();
                    }
                    String waits = kept.to().isEmpty() ? "" : " at " + kept.from() + ", while " + kept.to() + " waits";
                    String hole = open.isEmpty() ? "a security update is not installed" : open + " stays open";
                    return Stream.of(new Finding(
                            device.name(),
                            WITHHELD,
                            kept.name(),
                            Severity.WARNING,
                            kept.name() + " is " + kept.reason() + waits + ": " + hole));
                })
                .toList();
    }

    private static Result result(
            Device device, List<Patch> patches, List<Withheld> withheld, List<Closing> closings, Selection selection) {
        int security = Math.toIntExact(patches.stream().filter(Patch::security).count());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("address", device.address());
        facts.put("patches", patches.stream().map(Patch::asFact).toList());
        facts.put("patchCount", patches.size());
        facts.put("securityCount", security);
        facts.put("withheld", withheld.stream().map(Withheld::asFact).toList());
        facts.put("cves", closings.stream().map(Closing::asFact).toList());
        facts.put("cvePackages", selection.packages());
        String kept = withheld.isEmpty() ? "" : ", " + withheld.size() + " packages held, pinned or excluded";
        return Result.unchanged(patches.size() + " patches pending, " + security + " of them security patches" + kept)
                .with(facts);
    }
}
