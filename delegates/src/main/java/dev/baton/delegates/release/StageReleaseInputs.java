package dev.baton.delegates.release;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** What {@link StageRelease} brings, and where to. */
record StageReleaseInputs(
        @Input(label = "Folder", description = "The folder of the application on the host, e.g. /srv/shop.") @NotBlank
        String folder,

        @Input(label = "Release", description = "Its name, e.g. 2.4.1.") @NotBlank
        String release,

        @Input(
                label = "Artefact",
                description = "A file below the installation's folder for files (baton.device.files-path), or an"
                        + " https URL that each host fetches with curl. A tar archive is unpacked; another file is"
                        + " put into the release as it is.")
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9_./:?=&%~@+-]+")
        String artefact,

        @Input(label = "SHA-256 of the artefact", description = "64 hexadecimal digits; nothing else is unpacked.")
        @Pattern(regexp = "[0-9a-fA-F]{64}")
        String sha256,

        @Input(label = "Timeout", description = "How long each of bringing and unpacking may take.", value = "PT10M")
        Duration timeout) {

    boolean isRemote() {
        return artefact.startsWith("https://") || artefact.startsWith("http://");
    }

    /** The file's own name. */
    String fileName() {
        String path = artefact.replaceFirst("[?].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
