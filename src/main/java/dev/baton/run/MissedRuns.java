package dev.baton.run;

import dev.baton.engine.PermittedActs;
import dev.baton.engine.Role;
import dev.baton.identity.CurrentUser;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about starts by a timer that were missed. */
@Service
public class MissedRuns {

    private static final String ACT = "decide about a missed start";

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final PermittedActs permitted;
    private final CurrentUser person;

    MissedRuns(JdbcClient jdbc, RuntimeService runtime, PermittedActs permitted, CurrentUser person) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.permitted = permitted;
        this.person = person;
    }

    /**
     * Makes up for missed starts by one run, or leaves them out.
     *
     * @return the reference of the run, if there is one
     * @throws BadRunException when nothing waits for this decision, or the procedure needs inputs that no timer gives
     */
    @Transactional
    public Optional<String> decide(String id, boolean start, String reason) {
        if (!person.is(Role.OPERATORS) && !person.is(Role.ADMINISTRATORS)) {
            throw new AccessDeniedException("Only operators and administrators may " + ACT + ".");
        }
        String name = person.name().orElseThrow(() -> new AccessDeniedException("Nobody is signed in."));
        int decided = jdbc.sql("""
                        update baton_missed_start set state = :state, decided_by = :person,
                          decided_at = current_timestamp, reason = :reason
                        where id = :id and state = 'WAITING'
                        """)
                .param("state", start ? "STARTED" : "SKIPPED")
                .param("person", name)
                .param("reason", reason)
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new BadRunException(
                    BadRunException.Kind.CONFLICT, "id", "the missed start " + id + " does not wait for a decision");
        }
        return start ? Optional.of(started(id, reason)) : Optional.empty();
    }

    private String started(String id, String reason) {
        Start missed = jdbc.sql("select procedure_key, activity from baton_missed_start where id = :id")
                .param("id", id)
                .query((row, number) -> new Start(row.getString(1), row.getString(2)))
                .single();
        return permitted.run(() -> runtime.createProcessInstanceByKey(missed.procedure())
                .startBeforeActivity(missed.event())
                .setVariables(Map.of("reason", reason))
                .execute()
                .getBusinessKey());
    }

    private record Start(String procedure, String event) {}
}
