package dev.baton.runner;

import dev.baton.action.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Approvals that count no more, because the database was restored after they were given: their runs change nothing. */
@Component
class VoidApprovals {

    private final JdbcTemplate jdbc;

    VoidApprovals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws dev.baton.action.ActionProblem {@code NOT_APPROVED} unless the run's latest approval, if it has one, still counts */
    void mustCount(QueuedStep step) {
        jdbc
                .query(
                        "select person, void_at from baton_approval where run = ? and decision = 'approve'"
                                + " and refused = false order by decided_at desc limit 1",
                        (row, number) -> row.getObject("void_at") == null ? "" : row.getString("person"),
                        step.reference())
                .stream()
                .filter(person -> !person.isEmpty())
                .findFirst()
                .ifPresent(person -> {
                    throw Problem.NOT_APPROVED.because(step.reference() + ": " + step.activity()
                            + " would change devices, and the approval by " + person
                            + " counts no more, because the database was restored since; start the run again");
                });
    }
}
