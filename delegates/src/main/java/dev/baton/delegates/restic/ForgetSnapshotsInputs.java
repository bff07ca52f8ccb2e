package dev.baton.delegates.restic;

import dev.baton.action.Input;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Which snapshots {@link ForgetSnapshots} keeps. */
record ForgetSnapshotsInputs(
        @Input(label = "Repository", description = "As restic on the host takes it, e.g. /var/backups/restic.")
        @NotBlank
        String repository,

        @Input(
                label = "Password file",
                description = "The file on the host with the password of the repository, readable by root only.",
                value = "/etc/restic/password")
        @NotBlank
        String passwordFile,

        @Input(label = "Run", description = "Whose snapshot must be there afterwards.", prefilled = "${run}")
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9-]+")
        String run,

        @Input(label = "Keep days", description = "The last snapshot of so many days.", value = "7") @Min(1)
        Integer keepDaily,

        @Input(label = "Keep weeks", description = "The last snapshot of so many weeks.", value = "5") @Min(0)
        Integer keepWeekly,

        @Input(label = "Keep months", description = "The last snapshot of so many months.", value = "12") @Min(0)
        Integer keepMonthly,

        @Input(
                label = "Most forgotten",
                description = "Where the rules would forget more snapshots of a host, none is, and the host is told.",
                value = "3")
        @Min(0)
        Integer mostForgotten,

        @Input(
                label = "Last of a path",
                description = "Whether snapshots may go that are the last ones to have some path.",
                value = "false")
        Boolean lastOfPath,

        @Input(label = "Become root", description = "Run restic by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long it may take.", value = "PT4H")
        Duration timeout) {}
