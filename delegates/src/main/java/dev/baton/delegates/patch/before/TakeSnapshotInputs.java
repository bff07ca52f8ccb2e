package dev.baton.delegates.patch.before;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** How {@link TakeSnapshot} takes one. */
record TakeSnapshotInputs(
        @Input(
                label = "Snapshot",
                description =
                        "A program on the host, such as /usr/local/sbin/take-snapshot, or an address to PUT to, such as"
                                + " https://vmm.example.org/snapshots/{device}/{label}. Empty takes none.",
                prefilled = "${snapshot}")
        @Nullable
        String snapshot,

        @Input(
                label = "Label",
                description = "What the snapshot is called; the same label again must not make another one.",
                prefilled = "${run}")
        @Nullable
        String label,

        @Input(
                label = "Become root",
                description = "Run the program as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
