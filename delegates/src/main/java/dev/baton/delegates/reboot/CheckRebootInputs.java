package dev.baton.delegates.reboot;

import dev.baton.action.Input;

/** How {@link CheckReboot} asks. */
record CheckRebootInputs(
        @Input(label = "Become root", description = "Ask by sudo -n, when the account is not root.", value = "false")
        Boolean become) {}
