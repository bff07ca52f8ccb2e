package dev.baton.delegates.restic;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;

/** What {@link BackUpFiles} backs up, and where to. */
record BackUpFilesInputs(
        @Input(
                label = "Repository",
                description = "As restic on the host takes it, e.g. /var/backups/restic or sftp:backup1:/srv/restic;"
                        + " without a password in it.")
        @NotBlank
        String repository,

        @Input(
                label = "Password file",
                description = "The file on the host with the password of the repository, readable by root only.",
                value = "/etc/restic/password")
        @NotBlank
        String passwordFile,

        @Input(label = "Paths", description = "Absolute paths, one per line.") @NotEmpty
        List<@Pattern(regexp = "/.*") String> paths,

        @Input(
                label = "Run",
                description = "Tags the snapshot, so that a repeated step finds it instead of making another.",
                prefilled = "${run}")
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9-]+")
        String run,

        @Input(label = "Become root", description = "Run restic by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long the backup may take.", value = "PT4H")
        Duration timeout) {

    String tag() {
        return "run=" + run;
    }
}
