package dev.baton.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the journal's small writes together: whatever arrived while the last commit ran goes into the next one. While the
 * database does not answer, they wait for it.
 */
@Component
class GroupCommit implements DisposableBean {

    private static final int MOST = 1_024;
    private static final long LAST_COMMIT_MILLIS = 10_000;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final Write last = new Write("", new Object[0], new CompletableFuture<>());
    private final Thread writer = new Thread(this::work, "baton-journal");
    private final CountDownLatch closed = new CountDownLatch(1);

    GroupCommit(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Returns once the write is committed.
     *
     * @return how many rows it changed
     * @throws IllegalStateException when this node has stopped
     */
    int write(String sql, @Nullable Object... arguments) {
        return await(submit(sql, arguments));
    }

    /** @param whileAway done once, when the database does not answer for a while */
    int write(Runnable whileAway, String sql, @Nullable Object... arguments) {
        CompletableFuture<Integer> write = submit(sql, arguments);
        if (!answered(write)) {
            whileAway.run();
        }
        return await(write);
    }

    static <T> T await(CompletableFuture<T> write) {
        try {
            return write.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The same without waiting; what follows at once on the future holds up the next commit, so it must be short. */
    CompletableFuture<Integer> submit(String sql, @Nullable Object... arguments) {
        Write write = new Write(sql, arguments, new CompletableFuture<>());
        queue.add(write);
        if (closed.getCount() == 0) {
            refuseWaiting();
        }
        return write.done();
    }

    private static boolean answered(CompletableFuture<Integer> write) {
        try {
            write.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        try {
            boolean ended = false;
            while (!ended) {
                List<Write> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, MOST - 1);
                ended = group.remove(last);
                commit(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
            refuseWaiting();
        }
    }

    private void refuseWaiting() {
        for (Write write = queue.poll(); write != null; write = queue.poll()) {
            write.done()
                    .completeExceptionally(new IllegalStateException("the journal is closed: this node has stopped"));
        }
    }

    private void commit(List<Write> group) throws InterruptedException {
        while (true) {
            try {
                attempt(group).forEach(Runnable::run);
                return;
            } catch (RuntimeException | Error e) {
                if (!Outage.isBehind(e) || closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    refuse(group, e);
                    return;
                }
                LOG.warn("{} writes to the journal wait for the database: {}", group.size(), e.toString());
            }
        }
    }

    private List<Runnable> attempt(List<Write> group) {
        List<Runnable> acknowledgements = new ArrayList<>();
        transaction.executeWithoutResult(status -> bySql(group).forEach((sql, writes) -> {
            int[] rows =
                    jdbc.batchUpdate(sql, writes.stream().map(Write::arguments).toList());
            for (int i = 0; i < rows.length; i++) {
                Write write = writes.get(i);
                int changed = rows[i];
                acknowledgements.add(() -> write.done().complete(changed));
            }
        }));
        return acknowledgements;
    }

    /** One bad write must not take the others with it. */
    private void refuse(List<Write> group, Throwable reason) throws InterruptedException {
        if (group.size() == 1) {
            group.get(0).done().completeExceptionally(reason);
            return;
        }
        for (Write write : group) {
            commit(List.of(write));
        }
    }

    private static Map<String, List<Write>> bySql(List<Write> group) {
        Map<String, List<Write>> sorted = new LinkedHashMap<>();
        group.forEach(write ->
                sorted.computeIfAbsent(write.sql(), sql -> new ArrayList<>()).add(write));
        return sorted;
    }

    /** Commits what was asked for before, unless the database stays away. */
    @Override
    public void destroy() throws InterruptedException {
        queue.add(last);
        writer.join(LAST_COMMIT_MILLIS);
        closed.countDown();
    }

    private record Write(String sql, @Nullable Object[] arguments, CompletableFuture<Integer> done) {}
}
