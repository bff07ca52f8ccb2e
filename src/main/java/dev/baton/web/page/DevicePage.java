package dev.baton.web.page;

import dev.baton.backup.BackupViews;
import dev.baton.backup.RevisionView;
import dev.baton.device.trust.approved.HostKeyViews;
import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingViews;
import dev.baton.history.Action;
import dev.baton.history.ActionFilter;
import dev.baton.history.Journal;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One device: facts, kept configurations, findings, hardware, ports, firmware, and everything that was done on it. */
@Controller
final class DevicePage {

    private final Inventory inventory;
    private final BackupViews backups;
    private final FindingViews findings;
    private final Journal journal;
    private final HostKeyViews hostKeys;
    private final DeviceSightings sightings;

    DevicePage(
            Inventory inventory,
            BackupViews backups,
            FindingViews findings,
            Journal journal,
            HostKeyViews hostKeys,
            DeviceSightings sightings) {
        this.sightings = sightings;
        this.hostKeys = hostKeys;
        this.inventory = inventory;
        this.backups = backups;
        this.findings = findings;
        this.journal = journal;
    }

    @GetMapping("/devices/{name}")
    String page(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Slice slice = Paging.slice(page, 50);
        InventoryDevice device = inventory.find(name).orElse(null);
        List<RevisionView> revisions = backups.revisions(name);
        FindingPage found = findings.list(FindingFilter.ofDevice(name), 0, 50);
        Page<Action> actions = journal.list(ActionFilter.onDevice(name), slice);
        if (device == null && revisions.isEmpty() && found.total() == 0 && actions.total() == 0) {
            throw new NotFoundException("There is no device " + name + ", and nothing is known of one.");
        }
        model.addAttribute("name", name);
        model.addAttribute("device", device);
        model.addAttribute("now", Instant.now());
        model.addAttribute(
                "hostKey", device == null ? null : hostKeys.of(device).orElse(null));
        model.addAttribute("revisions", revisions);
        model.addAttribute("findings", found);
        model.addAttribute("seen", sightings.of(name));
        model.addAttribute("actions", actions.items());
        model.addAttribute("paging", Paging.of(actions, slice));
        compare(name, revisions, from, to, model);
        return "device";
    }

    @GetMapping("/devices/{name}/configurations/{version}")
    String configuration(@PathVariable String name, @PathVariable int version, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("revision", backups.revision(name, version).orElseThrow(() -> noVersion(name, version)));
        model.addAttribute("text", backups.content(name, version).orElseThrow(() -> noVersion(name, version)));
        return "configuration";
    }

    private void compare(
            String name, List<RevisionView> revisions, @Nullable Integer from, @Nullable Integer to, Model model) {
        if (from != null && to != null) {
            String diff = backups.diff(name, from, to).orElseThrow(() -> noVersion(name, from));
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            model.addAttribute("diff", diff.lines().map(DiffLine::of).toList());
        } else if (revisions.size() > 1) {
            model.addAttribute("from", revisions.get(1).number());
            model.addAttribute("to", revisions.get(0).number());
        }
    }

    private static NotFoundException noVersion(String name, int version) {
        return new NotFoundException("No version " + version + " of the configuration of " + name + " is kept.");
    }

    /** A line of a unified diff and what it means. */
    record DiffLine(String kind, String text) {

        static DiffLine of(String line) {
            if (line.startsWith("@@") || line.startsWith("---") || line.startsWith("+++")) {
                return new DiffLine("place", line);
            }
            return new DiffLine(line.startsWith("+") ? "add" : line.startsWith("-") ? "remove" : "same", line);
        }
    }
}
