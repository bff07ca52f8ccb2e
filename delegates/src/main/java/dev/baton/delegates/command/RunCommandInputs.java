package dev.baton.delegates.command;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;

/** What {@link RunCommand} runs, and what it may expect. */
record RunCommandInputs(
        @Input(
                label = "Command",
                description = "Program and fixed words, e.g. systemctl restart or show ip route. No shell:"
                        + " every word is quoted.")
        @NotBlank
        String command,

        @Input(
                label = "Arguments",
                description = "Further arguments, one per line; each is passed as one argument, whatever is in it.")
        List<String> arguments,

        @Input(
                label = "Effect",
                description = "READ changes nothing, CONVERGE may be repeated, ONCE is never repeated by itself.",
                value = "ONCE")
        CommandEffect effect,

        @Input(label = "Timeout", description = "How long the command may take, e.g. PT30S or PT10M.", value = "PT1M")
        Duration timeout,

        @Input(
                label = "Expected exit statuses",
                description = "Exit statuses that count as success, separated by commas.",
                value = "0")
        String expectedExit,

        @Input(
                label = "Become root",
                description = "Run it as root, by sudo -n where the account is not root; hosts only.",
                value = "false")
        Boolean become,

        @Input(
                label = "Detached",
                description = "For what takes minutes or hours on a Linux host: it runs there without a connection, is"
                        + " started once, and is not lost with a node. Not for READ.",
                value = "false")
        Boolean detached) {}
