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
                description = "Install by sudo -n, when the account is not root.",
                value = "false")
        Boolean become) {}
