package dev.baton.delegates.restore;

import dev.baton.action.Input;

/** How far {@link TestConfigRestore} goes. */
record TestConfigRestoreInputs(
        @Input(
                label = "Load",
                description =
                        "Whether to load the configuration into a candidate on the device where it has one, and to give that up"
                                + " again; what runs is never touched.",
                value = "true")
        Boolean load) {}
