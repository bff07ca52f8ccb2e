package dev.baton.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    String requester(String reference) {
        return jdbc
                .queryForList("select requester from baton_run where reference = ?", String.class, reference)
                .stream()
                .findFirst()
                .orElse("");
    }

    void cancelled(String reference, String person, String reason) {
        jdbc.update(
                "update baton_run set cancelled_by = ?, cancel_reason = ? where reference = ?",
                person,
                reason,
                reference);
    }

    /** Kept beside the decisions on a run, since it is one. */
    void retried(String reference, String task, String activity, String person, String reason) {
        jdbc.update(
                "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision, reason,"
                        + " refused, decided_at) values (?, ?, ?, ?, ?, ?, ?, 'retry', ?, false, current_timestamp)",
                UUID.randomUUID().toString(),
                reference,
                task,
                activity,
                name(activity),
                person,
                requester(reference),
                reason);
    }

    /** What its diagram calls an activity that has begun; its id when it has no name. */
    private String name(String activity) {
        String name = jdbc.queryForObject(
                "select max(ACT_NAME_) from ACT_HI_ACTINST where ACT_ID_ = ?", String.class, activity);
        return name == null ? activity : name;
    }

    /** Before an operator's retry: actions that failed or were held are tried again, unknown ones wait for a decision. */
    void planFailedActionsAgain(String step) {
        jdbc.update(
                "update baton_action set state = 'PLANNED', waiting_for = 'its turn', waiting_since = current_timestamp"
                        + " where step = ? and state in ('FAILED', 'HELD', 'CANCELLED')",
                step);
    }

    /** Also lets others change the device again, where the action kept it because it might still run there. */
    boolean decided(String reference, String action, Runs.Decision decision, String person, String reason) {
        boolean decided = jdbc.update(
                        "update baton_action set state = ?, decided_by = ?, decision_reason = ?"
                                + " where id = ? and state = 'UNKNOWN'"
                                + " and run = (select process_instance from baton_run where reference = ?)",
                        decision.name(),
                        person,
                        reason,
                        action,
                        reference)
                == 1;
        if (decided) {
            jdbc.update("update baton_lease set expires_at = current_timestamp where holder like ?", action + "#%");
        }
        return decided;
    }
}
