package dev.baton.delegates.archive;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** Which devices {@link ReportBackupCoverage} looks at. */
record ReportBackupCoverageInputs(
        @Input(
                label = "Targets",
                description = "The target set whose devices are reported; empty for the whole inventory.",
                prefilled = "${targets}")
        @Nullable
        String targets) {}
