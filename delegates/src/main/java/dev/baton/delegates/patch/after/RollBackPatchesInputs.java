package dev.baton.delegates.patch.after;

import dev.baton.action.Input;
import java.util.List;

/** Where {@link RollBackPatches} goes. */
record RollBackPatchesInputs(
        @Input(
                label = "Versions",
                description = "One per line, host and package=version, as Record state gives those from before.",
                prefilled = "${versionsBefore}")
        List<String> versions,

        @Input(
                label = "Become root",
                description = "Install as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
