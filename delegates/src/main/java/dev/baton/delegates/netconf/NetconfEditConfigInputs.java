package dev.baton.delegates.netconf;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link NetconfEditConfig} changes, and how it makes sure. */
record NetconfEditConfigInputs(
        @Input(
                label = "Configuration",
                description = "XML of the elements to change, with their namespaces. nc:operation=\"delete\" at an"
                        + " element takes it away. No passwords: the plan shows every element.",
                multiline = true)
        @NotBlank
        String config,

        @Input(
                label = "Default operation",
                description = "What is done with elements that name no operation of their own.",
                value = "MERGE")
        DefaultOperation defaultOperation,

        @Input(
                label = "Expected elements",
                description = "What the running configuration must have afterwards, when that is not the elements"
                        + " themselves.",
                multiline = true)
        @Nullable
        String expected,

        @Input(
                label = "Dry run",
                description = "Only let the device validate the change, and throw it away.",
                value = "false")
        Boolean dryRun,

        @Input(
                label = "Minutes to go back",
                description = "After so many minutes the device takes an unconfirmed change back.",
                value = "5")
        @Min(1)
        @Max(59)
        Integer rollbackAfter,

        @Input(
                label = "Settling time",
                description = "How long the change may take before a new connection checks it.",
                value = "PT5S")
        Duration settle,

        @Input(
                label = "Save",
                description = "Make the device start with it, where that is another configuration.",
                value = "true")
        Boolean save) {

    /** What is done with elements without an operation of their own. */
    enum DefaultOperation {
        MERGE("merge"),
        REPLACE("replace"),
        NONE("none");

        private final String word;

        DefaultOperation(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
