package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

class LeasesTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final JdbcTemplate jdbc = Mockito.spy(runner.database.jdbc());
    private final Leases leases = new Leases(jdbc, runner.settings);

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aLeaseWhoseTokenWasNeverReadIsNotKeptAlive() {
        Mockito.doThrow(new DataAccessResourceFailureException("connection lost"))
                .when(jdbc)
                .queryForList(Mockito.contains("token"), Mockito.eq(Long.class), Mockito.any(), Mockito.any());
        assertThatThrownBy(() -> leases.acquire("box1", "first")).hasMessageContaining("connection lost");
        jdbc.update("update baton_lease set expires_at = current_timestamp + interval '1' second");

        leases.renew();

        assertThat(jdbc.queryForObject(
                        "select count(*) from baton_lease where expires_at > current_timestamp + interval '5' second",
                        Integer.class))
                .isZero();
    }

    @Test
    void releasingAnOldLeaseLeavesItsSuccessorAlone() {
        Lease old = leases.acquire("box1", "first").orElseThrow();
        jdbc.update("update baton_lease set expires_at = current_timestamp");
        Lease successor = leases.acquire("box1", "second").orElseThrow();

        leases.release(old);
        leases.renew();

        assertThat(successor.usable()).isTrue();
        assertThat(leases.acquire("box1", "third")).isEmpty();
    }

    @Test
    void ofSeveralResourcesAllAreTakenOrNone() {
        Lease domain = leases.acquire("conflict domain ha", "first").orElseThrow();

        assertThat(leases.acquire(List.of("box1", "conflict domain ha"), "second"))
                .isEmpty();
        assertThat(leases.acquire("box1", "third")).isPresent();
        leases.release(domain);

        assertThat(leases.acquire(List.of("box2", "conflict domain ha"), "fourth"))
                .hasValueSatisfying(lease -> assertThat(lease.token()).isEqualTo(1));
    }

    @Test
    void aLeaseIsLostWithAnyOfItsResources() {
        Lease lease =
                leases.acquire(List.of("box1", "conflict domain ha"), "first").orElseThrow();
        jdbc.update("update baton_lease set expires_at = current_timestamp where resource = 'conflict domain ha'");

        leases.renew();

        assertThat(lease.usable()).isFalse();
    }

    @Test
    void aDatabaseThatDoesNotTakeALeaseBackIsNoFailureOfTheAction() {
        Lease lease = leases.acquire("box1", "first").orElseThrow();
        Mockito.doThrow(new DataAccessResourceFailureException("connection lost"))
                .when(jdbc)
                .update(Mockito.startsWith("update baton_lease"), Mockito.any(Object[].class));

        leases.release(lease);
    }
}
