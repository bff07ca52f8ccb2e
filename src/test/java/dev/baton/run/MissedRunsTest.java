package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.engine.PermittedActs;
import dev.baton.engine.Role;
import dev.baton.history.SampleRuns;
import dev.baton.identity.CurrentUser;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

class MissedRunsTest {

    private final CurrentUser person = mock();
    private SampleRuns sample;
    private JdbcClient jdbc;
    private MissedRuns missed;

    @BeforeEach
    void oneStartWasMissed() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        sample = new SampleRuns(database, Map.of("binary", "blob", "text", "clob"));
        jdbc = JdbcClient.create(database);
        PermittedActs permitted = mock();
        when(permitted.run(any())).thenAnswer(call -> {
            call.<Callable<?>>getArgument(0).call();
            return "RUN-000042";
        });
        when(person.is(Role.OPERATORS)).thenReturn(true);
        when(person.name()).thenReturn(Optional.of("zoe"));
        ProcessEngine engine = sample.engine();
        missed = new MissedRuns(jdbc, engine.getRuntimeService(), permitted, person);
        String start = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("patch")
                        .latestVersion()
                        .singleResult()
                        .getId())
                .getModelElementsByType(StartEvent.class)
                .iterator()
                .next()
                .getId();
        jdbc.sql("""
                        insert into baton_missed_start
                          (id, procedure_key, activity, first_due, last_due, missed, policy, state, noticed_at)
                        values ('m', 'patch', :start, current_timestamp, current_timestamp, 2, 'ASK', 'WAITING',
                          current_timestamp)
                        """).param("start", start).update();
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void aMissedStartIsMadeUpForByARun() {
        long before = runs();

        Optional<String> reference = missed.decide("m", true, "still wanted");

        assertThat(runs()).isEqualTo(before + 1);
        assertThat(reference).contains("RUN-000042");
        assertThat(state()).isEqualTo("STARTED zoe still wanted");
    }

    @Test
    void aMissedStartIsLeftOut() {
        long before = runs();

        assertThat(missed.decide("m", false, "too late")).isEmpty();

        assertThat(runs()).isEqualTo(before);
        assertThat(state()).isEqualTo("SKIPPED zoe too late");
    }

    @Test
    void nobodyDecidesTwice() {
        missed.decide("m", false, "too late");

        assertThatThrownBy(() -> missed.decide("m", true, "after all"))
                .isInstanceOf(BadRunException.class)
                .hasMessageContaining("does not wait");
    }

    @Test
    void onlyOperatorsDecide() {
        when(person.is(Role.OPERATORS)).thenReturn(false);

        assertThatThrownBy(() -> missed.decide("m", true, "please")).isInstanceOf(AccessDeniedException.class);
        assertThat(state()).startsWith("WAITING");
    }

    private long runs() {
        return sample.engine().getRuntimeService().createProcessInstanceQuery().count();
    }

    private String state() {
        return jdbc.sql("select concat_ws(' ', state, decided_by, reason) from baton_missed_start where id = 'm'")
                .query(String.class)
                .single();
    }
}
