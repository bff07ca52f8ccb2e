package dev.baton.runner;

import dev.baton.action.Findings;
import dev.baton.action.Result;
import dev.baton.observation.KeptObservations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Writes down how attempts ended. What the device answered is not lost with the database: it is kept in a file until it is
 * committed, by this process or by the next one that starts here.
 */
@Component
class Outcomes implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Journal journal;
    private final Transcripts transcripts;
    private final Findings findings;
    private final KeptObservations observations;
    private final OutcomeFiles files;

    Outcomes(
            Journal journal,
            Transcripts transcripts,
            Findings findings,
            KeptObservations observations,
            OutcomeFiles files) {
        this.journal = journal;
        this.transcripts = transcripts;
        this.findings = findings;
        this.observations = observations;
        this.files = files;
    }

    /** @return false when another attempt has the action; the answer is kept as evidence then */
    boolean write(KeptOutcome ended) {
        ActionRow row = ended.row();
        boolean current = journal.outcome(row, ended.outcome(), () -> files.keep(ended));
        GroupCommit.await(transcripts.submit(row, ended.transcript(), !current));
        concluded(ended, current);
        files.forget(row);
        return current;
    }

    /** The same for a read: without waiting, and without a file, since it can be repeated. */
    CompletableFuture<Void> written(KeptOutcome ended, boolean current, Executor then) {
        return transcripts
                .submit(ended.row(), ended.transcript(), !current)
                .thenAcceptAsync(rows -> concluded(ended, current), then);
    }

    private void concluded(KeptOutcome ended, boolean current) {
        Result result = ended.outcome().result();
        if (current && result != null) {
            String device = ended.row().device();
            findings.settle(ended.reference(), ended.delegate(), device, result.checkedKinds(), result.findings());
            // After the findings: a bookmark moves on only when what was read before it is reported.
            observations.keep(ended.reference(), device, result.observations());
        }
        if (!current) {
            LOG.warn(
                    "{}: the outcome came late; another attempt has the action",
                    ended.row().device());
        }
    }

    /** Before this node fetches any step. */
    @Override
    public void afterSingletonsInstantiated() {
        for (KeptOutcome kept : files.all()) {
            try {
                boolean current = write(kept);
                LOG.info(
                        "An outcome of {} that an earlier process kept {}",
                        kept.row().device(),
                        current ? "is written down" : "came late");
            } catch (RuntimeException e) {
                LOG.error("The kept outcome of {} stays in its file", kept.row().device(), e);
            }
        }
    }
}
