package dev.baton.delegates.release;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** Where {@link ReadRelease} looks, and for what. */
record ReadReleaseInputs(
        @Input(label = "Folder", description = "The folder of the application on the host, e.g. /srv/shop.") @NotBlank
        String folder,

        @Input(label = "Release", description = "The name of the release that is wanted, e.g. 2.4.1.") @NotBlank
        String release) {}
