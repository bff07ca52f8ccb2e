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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RunServiceTest {

    private SampleRuns sample;
    private JdbcTemplate jdbc;
    private RunService runs;

    @BeforeEach
    void signIn() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        sample = new SampleRuns(database, Map.of("binary", "blob", "text", "clob"));
        jdbc = new JdbcTemplate(database);
        PermittedActs permitted = mock();
        when(permitted.run(any()))
                .thenAnswer(call -> call.<Callable<?>>getArgument(0).call());
        CurrentUser user = mock();
        when(user.is(Role.OPERATORS)).thenReturn(true);
        when(user.name()).thenReturn(Optional.of("zoe"));
        ProcessEngine engine = sample.engine();
        runs = new RunService(
                engine.getRepositoryService(),
                engine.getRuntimeService(),
                engine.getManagementService(),
                engine.getExternalTaskService(),
                permitted,
                user,
                new RunRecords(jdbc),
                event -> {});
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void aRetryKeepsWhoTriedAgainAndWhy() {
        String reference = sample.start("patch", "ada");
        sample.failDevices(root(reference));

        runs.retry(reference, "Task_ListPatches", "the cable is back");

        assertThat(jdbc.queryForList(
                        "select task_name, person, requester, decision, reason, refused from baton_approval where run = ?",
                        reference))
                .singleElement()
                .satisfies(kept -> assertThat(kept.values())
                        .containsExactly("List patches", "zoe", "ada", "retry", "the cable is back", false));
    }

    @Test
    void whatCannotBeTriedAgainLeavesNoRecord() {
        String reference = sample.start("patch", "ada");

        assertThatThrownBy(() -> runs.retry(reference, "", "hope")).hasMessageContaining("waits for a retry");

        assertThat(jdbc.queryForObject("select count(*) from baton_approval", Integer.class))
                .isZero();
    }

    @Test
    void aDecisionLetsOthersChangeADeviceThatTheActionKept() {
        String reference = sample.start("patch", "ada");
        String action = sample.action(root(reference), "Task_Patch:1", "web-01", "UNKNOWN", Instant.now());
        jdbc.update(
                "insert into baton_lease values ('web-01', ?, 1, timestamp with time zone '9999-12-31 00:00:00+00')",
                action + "#1234abcd");

        runs.decide(reference, action, Runs.Decision.SUCCEEDED, "seen on the host");

        assertThat(jdbc.queryForObject(
                        "select count(*) from baton_lease where expires_at > current_timestamp", Integer.class))
                .isZero();
    }

    /** One thing that an operator does, for this reason. */
    interface Act {
        void on(Runs runs, String reference, String reason);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void aReasonThatTheRecordCannotHoldIsRefused(Act act) {
        String reference = sample.start("patch", "ada");
        sample.failDevices(root(reference));

        for (String reason : List.of("x".repeat(2_001), "x\0y")) {
            assertThatThrownBy(() -> act.on(runs, reference, reason))
                    .isInstanceOfSatisfying(BadRunException.class, e -> {
                        assertThat(e.kind()).isEqualTo(BadRunException.Kind.BAD_INPUT);
                        assertThat(e.field()).isEqualTo("reason");
                    });
        }
    }

    static Stream<Act> acts() {
        return Stream.of(
                Runs::cancel,
                (runs, reference, reason) -> runs.retry(reference, "", reason),
                (runs, reference, reason) -> runs.decide(reference, "a", Runs.Decision.ABANDONED, reason));
    }

    private String root(String reference) {
        return jdbc.queryForObject(
                "select process_instance from baton_run where reference = ?", String.class, reference);
    }
}
