package dev.baton.delegates.netconf;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** What {@link NetconfGetConfig} asks for. */
record NetconfGetConfigInputs(
        @Input(label = "Datastore", description = "Which configuration is asked for.", value = "RUNNING")
        Datastore source,

        @Input(
                label = "Filter",
                description = "XML of the elements that are wanted, with their namespaces (a subtree filter); empty for"
                        + " all of it.",
                multiline = true)
        @Nullable
        String filter,

        @Input(
                label = "Keep as a revision",
                description = "Keep it as \"Back up configuration\" does. Only for devices that are not backed up in"
                        + " another form, too: their revisions would differ every time.",
                value = "false")
        Boolean keep) {

    /** Where a configuration is. */
    enum Datastore {
        RUNNING("running"),
        CANDIDATE("candidate"),
        STARTUP("startup");

        private final String element;

        Datastore(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }
}
