package dev.baton.runner;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps the transcript of every attempt; a late one as evidence. */
@Component
class Transcripts {

    private static final Logger LOG = LoggerFactory.getLogger(Transcripts.class);

    private final GroupCommit commits;

    Transcripts(GroupCommit commits) {
        this.commits = commits;
    }

    void keep(Attempt attempt, boolean late) {
        GroupCommit.await(submit(attempt.row(), stored(attempt), late));
    }

    static Transcript.@Nullable Stored stored(Attempt attempt) {
        Transcript transcript = attempt.transcript();
        return transcript == null || transcript.empty() ? null : transcript.stored();
    }

    /** Without waiting; nothing is done when there is none. */
    CompletableFuture<Integer> submit(ActionRow row, Transcript.@Nullable Stored stored, boolean late) {
        if (stored == null) {
            return CompletableFuture.completedFuture(0);
        }
        return commits.submit(
                        "insert into baton_transcript (action, attempt, node, late, bytes, sha256, content, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, current_timestamp)",
                        row.id(),
                        row.attempt(),
                        row.node(),
                        late,
                        stored.bytes(),
                        stored.sha256(),
                        stored.deflated())
                .exceptionally(failure -> keptBefore(row, failure));
    }

    /** By a commit whose acknowledgement was lost. */
    private static int keptBefore(ActionRow row, Throwable failure) {
        if (failure instanceof DuplicateKeyException) {
            LOG.info("The transcript of {} had been kept before the database was lost", row.device());
            return 0;
        }
        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }
}
