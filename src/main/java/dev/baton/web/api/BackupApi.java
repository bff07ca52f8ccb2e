package dev.baton.web.api;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.State;
import dev.baton.backup.BackupViews;
import dev.baton.backup.RevisionView;
import dev.baton.history.Page;
import dev.baton.web.Parameters;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kept configurations of devices: coverage, versions, contents, and unified diffs. */
@RestController
@RequestMapping("/api/v1/backups")
final class BackupApi {

    private final BackupViews backups;
    private final ConfigArchive archive;

    BackupApi(BackupViews backups, ConfigArchive archive) {
        this.backups = backups;
        this.archive = archive;
    }

    /** How well each device of the inventory is backed up. */
    @GetMapping
    Page<Coverage> coverage(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(
                archive.coverage().stream()
                        .filter(device -> state == null || device.state() == state)
                        .toList(),
                Parameters.slice(page, size));
    }

    @GetMapping("/{device}")
    Page<RevisionView> list(
            @PathVariable String device,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(backups.revisions(device), Parameters.slice(page, size));
    }

    @GetMapping("/{device}/{version}")
    ResponseEntity<String> content(@PathVariable String device, @PathVariable int version) {
        return text(backups.content(device, version).orElseThrow(() -> missing(device)));
    }

    @GetMapping("/{device}/diff")
    ResponseEntity<String> diff(@PathVariable String device, @RequestParam int from, @RequestParam int to) {
        return text(backups.diff(device, from, to).orElseThrow(() -> missing(device)));
    }

    private static MissingException missing(String device) {
        return new MissingException("No such version of the configuration of " + device + " is kept.");
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }
}
