package dev.baton.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Observations;
import dev.baton.device.trust.approved.HostKeyViews;
import dev.baton.device.trust.approved.HostKeyViews.HostKeyView;
import dev.baton.history.DeviceStates;
import dev.baton.history.DeviceStates.DeviceState;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.inventory.ChangeWindow;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.InventoryDiff;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inventory: devices by query, one device, reload. */
@RestController
@RequestMapping("/api/v1")
final class DeviceApi {

    private final Inventory inventory;
    private final DeviceStates states;
    private final HostKeyViews hostKeys;
    private final Observations observations;

    DeviceApi(Inventory inventory, DeviceStates states, HostKeyViews hostKeys, Observations observations) {
        this.observations = observations;
        this.hostKeys = hostKeys;
        this.inventory = inventory;
        this.states = states;
    }

    @GetMapping("/devices")
    Page<DeviceDocument> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        Map<String, DeviceState> known = states.all();
        return Page.cut(inventory.select(Parameters.filter("query", query)), Parameters.slice(page, size))
                .map(device -> DeviceDocument.of(device, known.get(device.name())));
    }

    @GetMapping("/devices/{name}")
    DeviceDetails one(@PathVariable String name) {
        return inventory
                .find(name)
                .map(device -> new DeviceDetails(
                        DeviceDocument.of(device, states.all().get(name)),
                        hostKeys.of(device).orElse(null)))
                .orElseThrow(() -> new MissingException("There is no device " + name + " in the inventory."));
    }

    /** What management saw of a device, e.g. its {@code firmware}, {@code hardware} or {@code ports}: the latest first. */
    @GetMapping("/devices/{name}/observations")
    Page<Observations.Seen> observations(
            @PathVariable String name,
            @RequestParam String kind,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        Slice slice = Parameters.slice(page, size);
        String wanted = Parameters.text("kind", Parameters.filter("kind", kind));
        return Page.cut(observations.history(name, wanted, Slice.MOST), slice);
    }

    /** Reads the inventory's files again; a bad file changes nothing. */
    @PostMapping("/inventory/reload")
    InventoryDiff reload() {
        Viewer.current().mustOperate("reload the inventory");
        return inventory.reload();
    }

    /** A device with what a list has no room for. */
    record DeviceDetails(
            @JsonUnwrapped DeviceDocument device, @Nullable HostKeyView hostKey) {}

    /** When a device may be changed. @param opens the next time, when it is closed now */
    record Window(
            String name,
            String times,
            boolean open,
            @Nullable Instant opens) {

        static Window of(ChangeWindow window) {
            Instant now = Instant.now();
            boolean open = window.isOpenAt(now);
            return new Window(window.name(), window.times(), open, open ? null : window.opensAfter(now));
        }
    }

    /** A device without anything secret. */
    record DeviceDocument(
            String name,
            String address,
            String platform,
            @Nullable String site,
            @Nullable String role,
            List<String> tags,
            Criticality criticality,
            @Nullable String redundancyGroup,
            @Nullable String conflictDomain,
            List<Window> windows,
            List<String> dependsOn,
            List<String> protocols,
            @Nullable Instant lastBackupAt,
            int openFindings) {

        static DeviceDocument of(InventoryDevice found, @Nullable DeviceState state) {
            Device device = found.device();
            return new DeviceDocument(
                    device.name(),
                    device.address(),
                    device.platform(),
                    device.site(),
                    device.role(),
                    List.copyOf(new TreeSet<>(device.tags())),
                    device.criticality(),
                    device.redundancyGroup(),
                    found.conflictDomain(),
                    found.windows().stream().map(Window::of).toList(),
                    found.dependsOn(),
                    protocols(found),
                    state == null ? null : state.backupAt(),
                    state == null ? 0 : state.findings());
        }

        private static List<String> protocols(InventoryDevice device) {
            List<String> protocols = new ArrayList<>();
            if (device.ssh() != null) {
                protocols.add("ssh");
            }
            if (device.snmp() != null) {
                protocols.add("snmp");
            }
            return protocols;
        }
    }
}
