package dev.baton.delegates.config;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link ApplyConfig} configures, and how it makes sure. */
record ApplyConfigInputs(
        @Input(
                label = "Configuration lines",
                description = "As the device shows them, lines of a section indented below it; {{name}} stands for a"
                        + " value. Letters, digits and _@%+=:,./()*- only; no passwords, the plan shows every line.",
                multiline = true)
        @NotBlank
        String lines,

        @Input(label = "Values", description = "What stands for the names in the lines: name=value, one per line.")
        List<String> values,

        @Input(
                label = "Expected lines",
                description = "What the running configuration must show afterwards, when that is not the lines"
                        + " themselves; a line with no in front must not be there.",
                multiline = true)
        @Nullable
        String expected,

        @Input(
                label = "Back-out lines",
                description = "What takes the change back on a platform that has no way of its own; empty for no in"
                        + " front of every line that was not there before.",
                multiline = true)
        @Nullable
        String backOut,

        @Input(
                label = "Dry run",
                description = "Only tell what would change: by the device where it can, else by comparing.",
                value = "false")
        Boolean dryRun,

        @Input(
                label = "Minutes to go back",
                description = "After so many minutes the device takes an unconfirmed change back, where it can.",
                value = "5")
        @Min(1)
        @Max(59)
        Integer rollbackAfter,

        @Input(
                label = "Settling time",
                description = "How long the change may take before a new connection checks it.",
                value = "PT5S")
        Duration settle,

        @Input(label = "Save", description = "Make the device start with it, once it is checked.", value = "true")
        Boolean save) {}
