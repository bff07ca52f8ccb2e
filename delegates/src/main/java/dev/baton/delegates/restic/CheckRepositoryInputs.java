package dev.baton.delegates.restic;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Which repository {@link CheckRepository} looks into, and how much of it is read. */
record CheckRepositoryInputs(
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
                label = "Share to read",
                description =
                        "How much of the stored data is read back and compared with its digests, e.g. 5% or 100%.",
                value = "5%")
        @Pattern(regexp = "[1-9][0-9]?%|100%")
        String share,

        @Input(label = "Become root", description = "Run restic by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long the check may take.", value = "PT4H")
        Duration timeout) {}
