package dev.baton.delegates.patch.after;

import dev.baton.action.Input;

/** What {@link RecordState} records. */
record RecordStateInputs(
        @Input(
                label = "Phase",
                description = "BEFORE keeps the state, the first one of a run; AFTER tells what differs from it.",
                value = "BEFORE")
        StatePhase phase) {}
