package dev.baton.web.page;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.State;
import dev.baton.history.DeviceStates;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.web.Parameters;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The devices that a query selects. */
@Controller
final class DevicesPage {

    private final Inventory inventory;
    private final DeviceStates states;
    private final ConfigArchive archive;

    DevicesPage(Inventory inventory, DeviceStates states, ConfigArchive archive) {
        this.archive = archive;
        this.inventory = inventory;
        this.states = states;
    }

    @GetMapping("/devices")
    String list(
            @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "1") int page, Model model) {
        Slice slice = Paging.slice(page, 100);
        Page<InventoryDevice> found = Page.cut(List.of(), slice);
        try {
            found = Page.cut(inventory.select(Parameters.filter("query", query)), slice);
        } catch (BadQueryException e) {
            model.addAttribute("error", e.getMessage());
        }
        model.addAttribute("devices", found.items());
        model.addAttribute("paging", Paging.of(found, slice));
        model.addAttribute("query", query);
        model.addAttribute("known", states.all());
        model.addAttribute("hints", hints());
        List<Coverage> coverage = archive.coverage();
        model.addAttribute(
                "backups", coverage.stream().collect(Collectors.toMap(Coverage::device, Function.identity())));
        model.addAttribute("lacking", lacking(coverage));
        return "devices";
    }

    /** How many devices are not backed up as they should be. */
    private static long lacking(List<Coverage> coverage) {
        return coverage.stream()
                .filter(device -> device.state() == State.STALE || device.state() == State.MISSING)
                .count();
    }

    /** Queries that a click can try: the sites, roles and platforms that there are, as long as they are few. */
    private List<String> hints() {
        return Stream.of(
                        values("site", device -> device.device().site()),
                        values("role", device -> device.device().role()),
                        values("platform", device -> device.device().platform()))
                .flatMap(values -> values.size() > 8 ? Stream.empty() : values.stream())
                .toList();
    }

    private List<String> values(String field, Function<InventoryDevice, @Nullable String> read) {
        return inventory.devices().stream()
                .map(read)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(9)
                .map(value -> field + "=" + value)
                .toList();
    }
}
