package dev.baton.delegates.backup;

import dev.baton.action.Input;

/** Why {@link BackUpConfig} is asked. */
record BackUpConfigInputs(
        @Input(
                label = "Reason",
                description = "Why the configuration is kept now; it stands in the revision's history.",
                value = "backup")
        String reason) {}
