package dev.baton.runner;

import dev.baton.run.RunCancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What nodes that fell silent left in steps that no node will take again. */
@Component
class SilentNodes {

    private static final Logger LOG = LoggerFactory.getLogger(SilentNodes.class);

    /** An action whose step ended, and whose node says nothing any more for so many seconds. */
    static final String LEFT = "not exists (select 1 from ACT_RU_EXT_TASK t where t.ACT_INST_ID_ = baton_action.step)"
            + " and not exists (select 1 from baton_node n where n.id = baton_action.node and n.state <> 'STOPPED'"
            + " and n.heartbeat_at > current_timestamp - cast(? as integer) * interval '1' second)";

    private final GroupCommit commits;
    private final Journal journal;
    private final LostCommands commands;
    private final long silence;

    SilentNodes(GroupCommit commits, Journal journal, LostCommands commands, RunnerSettings settings) {
        this.commits = commits;
        this.journal = journal;
        this.commands = commands;
        this.silence = settings.lock().toSeconds();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void cancelled(RunCancelled event) {
        settle();
    }

    /** Ends the open actions of silent nodes in steps that ended: what became of those that were sent is looked for on hosts. */
    void settle() {
        int settled = commits.write(
                "update baton_action set state = 'CANCELLED', error = 'CANCELLED', message = ?,"
                        + " finished_at = current_timestamp, waiting_for = null"
                        + " where state in ('PLANNED', 'INTENT') and " + LEFT,
                "its step ended before it was sent",
                silence);
        if (settled > 0) {
            LOG.warn("{} actions were settled: their steps ended while their nodes were lost", settled);
        }
        commands.settle(journal.lost(silence));
    }
}
