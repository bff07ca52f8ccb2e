package dev.baton.run;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What Baton keeps of a run beside the engine's own record. */
@Component
class RunRecords {

    private final JdbcTemplate jdbc;

    RunRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String reference(String processInstance) {
        return jdbc
                .queryForList(
                        "select reference from baton_run where process_instance = ?", String.class, processInstance)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no run was recorded for " + processInstance));
    }

    Optional<String> processInstance(String reference) {
        return jdbc
                .queryForList("select process_instance from baton_run where reference = ?", String.class, reference)
                .stream()
                .findFirst();
    }

    /** The process instances of a run: its own and those it called. */
    List<String> tree(String root) {
        return jdbc.queryForList(
                "select PROC_INST_ID_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = ?", String.class, root);
    }

    void cancelled(String reference, String person, String reason) {
        jdbc.update(
                "update baton_run set cancelled_by = ?, cancel_reason = ? where reference = ?",
                person,
                reason,
                reference);
    }

    /** Before an operator's retry: actions that failed or were held are tried again, unknown ones wait for a decision. */
    void planFailedActionsAgain(String step) {
        jdbc.update(
                "update baton_action set state = 'PLANNED' where step = ? and state in ('FAILED', 'HELD', 'CANCELLED')",
                step);
    }

    boolean decided(String reference, String action, Runs.Decision decision, String person, String reason) {
        return jdbc.update(
                        "update baton_action set state = ?, decided_by = ?, decision_reason = ?"
                                + " where id = ? and state = 'UNKNOWN'"
                                + " and run = (select process_instance from baton_run where reference = ?)",
                        decision.name(),
                        person,
                        reason,
                        action,
                        reference)
                == 1;
    }
}
