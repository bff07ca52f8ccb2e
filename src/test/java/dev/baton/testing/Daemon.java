package dev.baton.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A program in the foreground that says on its output when it is ready. */
final class Daemon implements AutoCloseable {

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean ended;

    Daemon(List<String> words, Predicate<String> readyLine) throws IOException {
        process = new ProcessBuilder(words).redirectErrorStream(true).start();
        Thread reader = new Thread(() -> read(readyLine), words.get(0) + " output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Predicate<String> readyLine) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line);
                    if (lastLines.size() > 1000) {
                        lastLines.removeFirst();
                    }
                }
                if (readyLine.test(line)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            // Its output ends like this when it is stopped.
            ready.countDown();
        } finally {
            ended = true;
            ready.countDown();
        }
    }

    Daemon awaitReady() throws InterruptedException {
        if (!ready.await(20, TimeUnit.SECONDS) || ended) {
            close();
            throw new IllegalStateException("the program did not get ready: " + output());
        }
        return this;
    }

    String output() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** How many processes it has started that still run. */
    long children() {
        return process.descendants().count();
    }

    void freezeChildren() {
        String children =
                process.descendants().map(child -> String.valueOf(child.pid())).collect(Collectors.joining(" "));
        // One that has ended since is no reason to fail.
        Programs.run("/bin/sh", "-c", "kill -STOP " + children + " || true");
    }

    void killChildren() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        killChildren();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
