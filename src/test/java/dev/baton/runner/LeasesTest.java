package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.TestDatabase;
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
    void aDatabaseThatDoesNotTakeALeaseBackIsNoFailureOfTheAction() {
        Lease lease = leases.acquire("box1", "first").orElseThrow();
        Mockito.doThrow(new DataAccessResourceFailureException("connection lost"))
                .when(jdbc)
                .batchUpdate(Mockito.startsWith("update baton_lease"), Mockito.<Object[]>anyList());

        leases.release(lease);
    }
}
