package dev.baton.delegates.patch;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Privilege;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Lists the pending patches of a host. Refreshes its package lists and installs nothing, so repeating it is safe. */
@Component("listPatches")
@Delegate(
        name = "List patches",
        description = "Refreshes the package lists and tells which patches are pending; installs nothing.",
        inputs = ListPatchesInputs.class,
        outputs = {"patchTable", "hostTable", "patchCount", "securityCount", "devicesWithPatches"})
class ListPatches implements DeviceDelegate<ListPatchesInputs> {

    private static final String YES = "yes";
    private static final int TABLE_ROWS = 500;
    private static final Pattern KERNEL = Pattern.compile("^(linux-image|kernel(-|$))");

    @Override
    public List<Command> render(Device device, Dialect dialect, ListPatchesInputs inputs) {
        List<Command> commands = new ArrayList<>(inputs.packageManager().detection(device, dialect));
        Privilege privilege = Privilege.of(device, inputs.become());
        inputs.packageManager().candidates().forEach(manager -> commands.addAll(manager.listing(privilege)));
        return commands;
    }

    @Override
    public Result perform(Session session, ListPatchesInputs inputs) {
        PackageManager manager = inputs.packageManager().find(session);
        Privilege privilege = Privilege.of(session.device(), inputs.become());
        return result(session.device(), PendingPatches.of(session, manager, inputs.scope(), privilege));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.forEach((device, result) -> patches(result).forEach(patch -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("device", device);
            patch.forEach((name, value) -> row.put(String.valueOf(name), value));
            row.put("change", change(String.valueOf(patch.get("from")), String.valueOf(patch.get("to"))));
            // People read the table in a form, which leaves the cell of a boolean empty.
            row.put("security", Boolean.TRUE.equals(patch.get("security")) ? YES : "no");
            rows.add(row);
        }));
        long security =
                rows.stream().filter(row -> YES.equals(row.get("security"))).count();
        long devices = rows.stream().map(row -> row.get("device")).distinct().count();
        return Map.of(
                "hostTable", hosts(results),
                "patchTable", rows.stream().limit(TABLE_ROWS).toList(),
                "patchCount", rows.size(),
                "securityCount", Math.toIntExact(security),
                "devicesWithPatches", Math.toIntExact(devices));
    }

    private static String change(String from, String to) {
        return from.isEmpty() ? "new: " + to : from + " to " + to;
    }

    private static List<Map<String, Object>> hosts(Map<String, Result> results) {
        return results.entrySet().stream()
                .limit(TABLE_ROWS)
                .map(host -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("device", host.getKey());
                    row.put("address", host.getValue().facts().getOrDefault("address", ""));
                    row.put("patches", host.getValue().facts().getOrDefault("patchCount", 0));
                    row.put("security", host.getValue().facts().getOrDefault("securityCount", 0));
                    row.put("reboot", patches(host.getValue()).stream().anyMatch(ListPatches::isKernel) ? YES : "no");
                    return row;
                })
                .toList();
    }

    /** What a host needs a reboot for, as far as that is known before the installation. */
    private static boolean isKernel(Map<?, ?> patch) {
        return KERNEL.matcher(String.valueOf(patch.get("package"))).find();
    }

    private static Result result(Device device, List<Patch> patches) {
        int security = Math.toIntExact(patches.stream().filter(Patch::security).count());
        return Result.unchanged(patches.size() + " patches pending, " + security + " of them security patches")
                .with(Map.of(
                        "address",
                        device.address(),
                        "patches",
                        patches.stream().map(Patch::asFact).toList(),
                        "patchCount",
                        patches.size(),
                        "securityCount",
                        security));
    }

    private static List<Map<?, ?>> patches(Result result) {
        List<Map<?, ?>> patches = new ArrayList<>();
        if (result.facts().get("patches") instanceof List<?> list) {
            list.forEach(entry -> patches.add((Map<?, ?>) entry));
        }
        return patches;
    }
}
