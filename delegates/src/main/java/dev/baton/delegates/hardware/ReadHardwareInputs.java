package dev.baton.delegates.hardware;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** What {@link ReadHardware} accepts. */
record ReadHardwareInputs(
        @Input(
                label = "Policy",
                description = "The decision that gives the severity of a fault by component, state, rebuilding, arrays,"
                        + " days and criticality.",
                value = "hardware-severity")
        @NotBlank
        String policy,

        @Input(
                label = "Accept missing parts",
                description = "Take what is there now as complete: parts and sources that earlier runs saw are not"
                        + " missed any more.",
                value = "false")
        Boolean acceptMissing,

        @Input(
                label = "Become root",
                description =
                        "Ask smartctl and mdadm of Linux hosts as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
