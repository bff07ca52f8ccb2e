package dev.baton.delegates.patch;

import dev.baton.action.Input;

/** What {@link ApplyPatches} installs. */
record ApplyPatchesInputs(
        @Input(label = "Scope", description = "All patches, or those that close a security hole.", value = "ALL")
        PatchScope scope,

        @Input(
                label = "Package manager",
                description = "AUTO asks each host; naming one keeps the plan to its commands.",
                value = "AUTO")
        PackageManagers packageManager,

        @Input(
                label = "Become root",
                description = "Install as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
