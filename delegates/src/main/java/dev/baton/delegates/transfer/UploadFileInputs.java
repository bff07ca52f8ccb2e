package dev.baton.delegates.transfer;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link UploadFile} brings, and where to. */
record UploadFileInputs(
        @Input(
                label = "File",
                description = "Path below the installation's folder for files (baton.device.files-path), e.g."
                        + " firmware/c2960x.bin.")
        @NotBlank
        String file,

        @Input(
                label = "SHA-256 of the file",
                description = "64 hexadecimal digits; a file with another digest is not sent.")
        @NotBlank
        String sha256,

        @Input(label = "Path on the device", description = "Absolute path; its folder must be there.") @NotBlank
        String destination,

        @Input(
                label = "Mode",
                description = "Permissions in octal digits, e.g. 0640; empty keeps those of a file that is replaced"
                        + " and gives a new one 0644.")
        @Nullable
        String mode,

        @Input(label = "Timeout", description = "How long sending and reading back may take.", value = "PT5M")
        Duration timeout) {}
