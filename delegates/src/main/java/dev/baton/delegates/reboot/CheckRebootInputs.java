package dev.baton.delegates.reboot;

import dev.baton.action.Input;

/** How {@link CheckReboot} asks. */
record CheckRebootInputs(
        @Input(
                label = "Become root",
                description = "Ask as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
