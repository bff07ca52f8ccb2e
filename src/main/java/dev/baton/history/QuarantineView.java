package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no node began anything.
 *
 * @param node the one that began it
 * @param reason why
 * @param unknownActions how many actions became UNKNOWN with it
 * @param voidApprovals how many approvals ceased to count
 * @param liftedAt null while it lasts
 */
public record QuarantineView(
        String id,
        String node,
        String reason,
        int unknownActions,
        int voidApprovals,
        Instant enteredAt,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftReason) {}
