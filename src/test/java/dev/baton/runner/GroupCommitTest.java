package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupCommitTest {

    private final TestDatabase database = TestDatabase.h2();
    private final GroupCommit commits = new GroupCommit(database.jdbc(), database.transactions());

    @Test
    @Timeout(30)
    void aWriteAfterTheNodeHasStoppedIsRefused() throws InterruptedException {
        assertThat(commits.write("update baton_node set started_at = heartbeat_at"))
                .isZero();
        commits.destroy();

        assertThatThrownBy(() -> commits.write("update baton_node set started_at = heartbeat_at"))
                .hasMessageContaining("this node has stopped");
    }

    @Test
    @Timeout(30)
    void aWriteWaitsForTheDatabaseAndSaysSo() throws InterruptedException {
        LostDatabase lost = new LostDatabase();
        TestDatabase away = lost.asTestDatabase();
        GroupCommit waiting = new GroupCommit(away.jdbc(), away.transactions());
        lost.away = true;

        int rows = waiting.write(
                () -> lost.away = false,
                "insert into baton_node (id, started_at, heartbeat_at) values (?, current_timestamp,"
                        + " current_timestamp)",
                "me");

        assertThat(rows).isEqualTo(1);
        waiting.destroy();
    }

    @Test
    @Timeout(30)
    void aBadWriteDoesNotTakeTheOthersWithIt() throws InterruptedException {
        assertThatThrownBy(() -> commits.write("update nothing set a = 1")).isNotNull();

        assertThat(commits.write("update baton_node set started_at = heartbeat_at"))
                .isZero();
        commits.destroy();
    }
}
