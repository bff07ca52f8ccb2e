package dev.baton.delegates.patch;

import dev.baton.action.Input;
import dev.baton.action.Problem;
import dev.baton.delegates.patch.manager.PackageManagers;
import dev.baton.delegates.patch.manager.PatchScope;
import dev.baton.delegates.patch.manager.Selection;
import java.util.List;

/** What {@link ListPatches} lists. */
record ListPatchesInputs(
        @Input(
                label = "Scope",
                description = "All patches, those that close a security hole, or those that close the CVEs below.",
                value = "ALL")
        PatchScope scope,

        @Input(
                label = "CVEs",
                description =
                        "For the scope CVES, e.g. CVE-2023-5363; Match advisory has found some device vulnerable.")
        List<String> cves,

        @Input(label = "Excluded packages", description = "They stay as they are. Debian only.")
        List<String> exclude,

        @Input(
                label = "Package manager",
                description = "AUTO asks each host; naming one keeps the plan to its commands.",
                value = "AUTO")
        PackageManagers packageManager,

        @Input(
                label = "Become root",
                description = "Refresh the package lists as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {

    /** Which patches count when these packages close the vulnerabilities. */
    Selection selection(List<String> packages) {
        return Selection.of(scope, packages, exclude);
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} where they are asked for and missing, or written otherwise */
    List<String> vulnerabilities() {
        List<String> ids = scope == PatchScope.CVES ? Selection.words(cves) : List.of();
        if (scope == PatchScope.CVES && ids.isEmpty()) {
            throw Problem.BAD_INPUT.because("the scope CVES needs the input cves, e.g. CVE-2023-5363");
        }
        ids.stream().filter(id -> !id.matches("[A-Z]+-[A-Za-z0-9-]{1,40}")).forEach(id -> {
            throw Problem.BAD_INPUT.because("the input cves takes ids such as CVE-2023-5363, not \"" + id + "\"");
        });
        return ids;
    }
}
