package dev.baton.runner;

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
        Transcript transcript = attempt.transcript();
        if (transcript == null || transcript.empty()) {
            return;
        }
        Transcript.Stored stored = transcript.stored();
        commits.write(
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
