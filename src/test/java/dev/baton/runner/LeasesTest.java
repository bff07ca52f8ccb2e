package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class LeasesTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final JdbcTemplate jdbc = Mockito.spy(runner.database.jdbc());
    private final GroupCommit commits = new GroupCommit(jdbc, runner.database.transactions());
    private final Leases leases = new Leases(jdbc, commits, runner.settings, this::nanoTime);
    private Runnable duringRenewal = () -> {};

    /** The clock is read between the choice of the leases to renew and the statement that renews them. */
    private long nanoTime() {
        Runnable now = duringRenewal;
        duringRenewal = () -> {};
        now.run();
        return 0;
    }

    @AfterEach
    void close() throws InterruptedException {
        commits.destroy();
        runner.close();
    }

    @Test
    void aRenewalThatBeganBeforeALeaseWasGivenBackDoesNotTakeItAgain() {
        TransactionTemplate heartbeat = new TransactionTemplate(runner.database.transactions());
        Lease lease = leases.acquire("box1", "first").orElseThrow();
        duringRenewal = () -> leases.release(lease);

        heartbeat.executeWithoutResult(begun -> {
            jdbc.queryForList("select current_timestamp");
            leases.renew();
        });

        assertThat(leases.acquire("box1", "second")).isPresent();
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
                .isPresent();
        assertThat(jdbc.queryForObject("select token from baton_lease where resource = 'box2'", Long.class))
                .isEqualTo(1);
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
                .batchUpdate(Mockito.startsWith("update baton_lease"), Mockito.<Object[]>anyList());

        leases.release(lease);
    }
}
