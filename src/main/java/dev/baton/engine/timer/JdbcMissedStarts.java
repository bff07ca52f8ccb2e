package dev.baton.engine.timer;

import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down which starts by a timer were missed, in the transaction of the engine. */
@Component
class JdbcMissedStarts implements MissedStarts {

    private final JdbcClient jdbc;

    JdbcMissedStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Missed missed) {
        jdbc.sql("""
                        insert into baton_missed_start
                          (id, procedure_key, activity, first_due, last_due, missed, policy, state, noticed_at)
                        values (:id, :procedure, :activity, :first, :last, :missed, :policy, :state, current_timestamp)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("procedure", missed.procedure())
                .param("activity", missed.activity())
                .param("first", missed.first().atOffset(ZoneOffset.UTC))
                .param("last", missed.last().atOffset(ZoneOffset.UTC))
                .param("missed", missed.number())
                .param("policy", missed.policy().name())
                .param("state", state(missed.policy()))
                .update();
    }

    private static String state(MissedStartPolicy policy) {
        return switch (policy) {
            case RUN_ONCE -> "STARTED";
            case SKIP -> "SKIPPED";
            case ASK -> "WAITING";
        };
    }
}
