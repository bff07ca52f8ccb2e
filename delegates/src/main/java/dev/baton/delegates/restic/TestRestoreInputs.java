package dev.baton.delegates.restic;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** What {@link TestRestore} restores. */
record TestRestoreInputs(
        @Input(label = "Repository", description = "As restic on the host takes it, e.g. /var/backups/restic.")
        @NotBlank
        String repository,

        @Input(
                label = "Password file",
                description = "The file on the host with the password of the repository, readable by root only.",
                value = "/etc/restic/password")
        @NotBlank
        String passwordFile,

        @Input(
                label = "Files",
                description = "How many files of the last snapshot are restored, by chance.",
                value = "20")
        @Min(1)
        @Max(1000)
        Integer files,

        @Input(label = "Become root", description = "Run it by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long it may take.", value = "PT1H")
        Duration timeout) {}
