package dev.baton.delegates.reboot;

import dev.baton.action.Input;

/** When and how {@link Reboot} reboots. */
record RebootInputs(
        @Input(
                label = "Only if needed",
                description = "Leave hosts alone that Check reboot found no need for.",
                value = "true")
        Boolean onlyIfNeeded,

        @Input(label = "Allowed", description = "Without it no host is rebooted, whatever it needs.", value = "true")
        Boolean allowed,

        @Input(
                label = "Become root",
                description = "Reboot as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
