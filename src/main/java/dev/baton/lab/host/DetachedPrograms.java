package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.PosixShell;
import dev.baton.lab.posix.Program;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Baton's own scripts do on a real host: they start commands that run without a connection, watch and end them. */
final class DetachedPrograms {

    private final Map<String, Program> programs;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /** @param programs what the commands find */
    DetachedPrograms(Map<String, Program> programs) {
        this.programs = programs;
    }

    /** By the name that each script goes by. */
    Map<String, Program> all() {
        return Map.of(
                "baton-start", (arguments, input) -> start(arguments.get(0), arguments.get(1)),
                "baton-look", (arguments, input) -> look(jobs.get(arguments.get(0))),
                "baton-forget", (arguments, input) -> forget(arguments.get(0)),
                "baton-end", (arguments, input) -> end(arguments.get(0)));
    }

    private Reply start(String name, String command) {
        Job job = new Job(() -> PosixShell.run(command, programs::get), name);
        if (jobs.putIfAbsent(name, job) != null) {
            return Reply.ok("found\n");
        }
        job.thread.start();
        return Reply.ok("started\n");
    }

    private static Reply look(@Nullable Job job) {
        if (job == null) {
            return Reply.ok("absent\n");
        }
        Reply reply = job.reply;
        if (reply == null) {
            return Reply.ok("running " + (System.nanoTime() - job.begun) / 1_000_000_000L + "\n");
        }
        String state = job.killed ? "lost" : "ended " + reply.status();
        return new Reply(0, state + "\n" + reply.output(), reply.errors());
    }

    private Reply forget(String action) {
        jobs.entrySet().removeIf(job -> job.getKey().startsWith(action + "-") && job.getValue().reply != null);
        return Reply.ok("");
    }

    private Reply end(String action) {
        List<Job> running = jobs.entrySet().stream()
                .filter(job -> job.getKey().startsWith(action + "-") && job.getValue().reply == null)
                .map(Map.Entry::getValue)
                .toList();
        running.forEach(Job::kill);
        return Reply.ok(running.isEmpty() ? "gone\n" : "ended TERM\n");
    }

    /** A command on a thread of its own, which a signal interrupts. */
    private static final class Job {

        private final long begun = System.nanoTime();
        private final Thread thread;
        private volatile boolean killed;
        private volatile @Nullable Reply reply;

        Job(Supplier<Reply> command, String name) {
            thread = new Thread(() -> reply = command.get(), "lab-job-" + name);
            thread.setDaemon(true);
        }

        void kill() {
            killed = true;
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
