package dev.baton.runner;

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
        keep(attempt.row(), stored(attempt), late);
    }

    static Transcript.@Nullable Stored stored(Attempt attempt) {
        Transcript transcript = attempt.transcript();
        return transcript == null || transcript.empty() ? null : transcript.stored();
    }

    void keep(ActionRow row, Transcript.@Nullable Stored stored, boolean late) {
        if (stored == null) {
            return;
        }
        try {
            commits.write(
                    "insert into baton_transcript (action, attempt, node, late, bytes, sha256, content, recorded_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, current_timestamp)",
                    row.id(),
                    row.attempt(),
                    row.node(),
                    late,
                    stored.bytes(),
                    stored.sha256(),
                    stored.deflated());
        } catch (DuplicateKeyException e) {
            LOG.info("The transcript of {} had been kept before the database was lost", row.device());
        }
    }
}
