package dev.baton.engine.task;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps decisions in the table {@code baton_approval}. */
@Component
final class JdbcDecisionRecords implements DecisionRecords {

    private static final int LONGEST_NAME = 255;

    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;

    JdbcDecisionRecords(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void decided(Decision decision) {
        insert(decision, false);
    }

    @Override
    public void refused(Decision decision) {
        ownTransaction.executeWithoutResult(transaction -> insert(decision, true));
    }

    @Override
    public String requester(String rootProcessInstance) {
        return database.sql("select requester from baton_run where process_instance = :instance")
                .param("instance", rootProcessInstance)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void insert(Decision decision, boolean refused) {
        database.sql("""
                insert into baton_approval
                  (id, run, task, task_key, task_name, person, requester, decision, reason, refused, decided_at)
                values (:id, :run, :task, :taskKey, :taskName, :person, :requester, :decision, :reason, :refused,
                  current_timestamp)
                """)
                .param("id", UUID.randomUUID().toString())
                .param("run", cut(decision.run(), 64))
                .param("task", cut(decision.task(), 64))
                .param("taskKey", cut(decision.taskKey(), LONGEST_NAME))
                .param("taskName", cut(decision.taskName(), LONGEST_NAME))
                .param("person", cut(decision.person(), LONGEST_NAME))
                .param("requester", cut(decision.requester(), LONGEST_NAME))
                .param("decision", cut(decision.decision(), 32))
                .param("reason", cut(decision.reason(), 2_000))
                .param("refused", refused)
                .update();
    }

    /** A refused attempt is written down whatever names and texts came with it; no database takes a NUL in all of them. */
    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest)).replace('\0', ' ');
    }
}
