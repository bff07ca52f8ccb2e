package dev.baton.delegates.patch;

import dev.baton.action.Input;
import dev.baton.delegates.patch.manager.PackageManagers;
import dev.baton.delegates.patch.manager.PatchScope;
import dev.baton.delegates.patch.manager.Selection;
import java.util.List;

/** What {@link ApplyPatches} installs. */
record ApplyPatchesInputs(
        @Input(
                label = "Scope",
                description = "All patches, those that close a security hole, or those of the packages below.",
                value = "ALL")
        PatchScope scope,

        @Input(
                label = "Packages",
                description = "For the scope CVES: the packages that close them, as List patches gives them.")
        List<String> packages,

        @Input(
                label = "Excluded packages",
                description = "They stay as they are; a patch that needs a newer one of them is refused. Debian only.")
        List<String> exclude,

        @Input(
                label = "Package manager",
                description = "AUTO asks each host; naming one keeps the plan to its commands.",
                value = "AUTO")
        PackageManagers packageManager,

        @Input(
                label = "Become root",
                description = "Install as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {

    Selection selection() {
        return Selection.of(scope, packages, exclude);
    }
}
