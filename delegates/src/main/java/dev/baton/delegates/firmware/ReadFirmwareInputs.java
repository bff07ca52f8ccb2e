package dev.baton.delegates.firmware;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** How {@link ReadFirmware} asks, and what it judges by. */
record ReadFirmwareInputs(
        @Input(
                label = "Policy",
                description = "The decision table that gives minimum, recommended and forbidden versions.",
                value = "firmware-policy")
        @NotBlank
        String policy,

        @Input(
                label = "Ask on the command line",
                description = "Log in to a network device for its version where SNMP does not tell it.",
                value = "true")
        Boolean commandLine) {}
