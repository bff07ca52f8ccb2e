package dev.baton.delegates.transfer;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** What {@link DownloadFile} fetches. */
record DownloadFileInputs(
        @Input(label = "Path on the device", description = "Absolute path of a plain file.") @NotBlank
        String path,

        @Input(
                label = "Largest size in KiB",
                description = "A larger file is not fetched; at most 65536.",
                value = "1024")
        @Min(1)
        @Max(65_536)
        Integer maxSize,

        @Input(label = "Timeout", description = "How long fetching may take.", value = "PT5M")
        Duration timeout) {}
