package dev.baton.runner;

import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Keeps the transcript of every attempt; a late one as evidence. */
@Component
class Transcripts {

    private final GroupCommit commits;
    private final Node node;

    Transcripts(GroupCommit commits, Node node) {
        this.commits = commits;
        this.node = node;
    }

    void keep(Attempt attempt, boolean late) {
        GroupCommit.await(submit(attempt, late));
    }

    /** The same without waiting. */
    CompletableFuture<Integer> submit(Attempt attempt, boolean late) {
        Transcript transcript = attempt.transcript();
        if (transcript == null || transcript.empty()) {
            return CompletableFuture.completedFuture(0);
        }
        Transcript.Stored stored = transcript.stored();
        return commits.submit(
                "insert into baton_transcript (action, attempt, node, late, bytes, sha256, content, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, current_timestamp)",
                attempt.row().id(),
                attempt.row().attempt(),
                node.id(),
                late,
                stored.bytes(),
                stored.sha256(),
                stored.deflated());
    }
}
