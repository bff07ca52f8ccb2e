package dev.baton.delegates.command;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;

/** Which script {@link RunScript} runs, and what it may expect. */
record RunScriptInputs(
        @Input(
                label = "Script",
                description = "Path below the installation's folder for files (baton.device.files-path), e.g."
                        + " scripts/rotate-logs.sh.")
        @NotBlank
        String script,

        @Input(
                label = "SHA-256 of the script",
                description = "64 hexadecimal digits; a script with another digest is not run.")
        @NotBlank
        String sha256,

        @Input(label = "Interpreter", description = "The program that runs it.", value = "SH")
        Interpreter interpreter,

        @Input(label = "Arguments", description = "One per line; each is passed as one argument, whatever is in it.")
        List<String> arguments,

        @Input(
                label = "Effect",
                description = "CONVERGE may be repeated, ONCE is never repeated by itself.",
                value = "ONCE")
        ScriptEffect effect,

        @Input(label = "Timeout", description = "How long the script may take, e.g. PT30S or PT10M.", value = "PT5M")
        Duration timeout,

        @Input(
                label = "Expected exit statuses",
                description = "Exit statuses that count as success, separated by commas.",
                value = "0")
        String expectedExit,

        @Input(label = "Become root", description = "Run it by sudo -n.", value = "false")
        Boolean become,

        @Input(
                label = "Detached",
                description = "For what takes minutes or hours on a Linux host: it runs there without a connection, is"
                        + " started once, and is not lost with a node. Not for READ.",
                value = "false")
        Boolean detached) {}
