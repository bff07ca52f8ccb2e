package dev.baton.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends one request after the other and remembers what came back. */
final class SteadyClient implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final HttpRequest request;
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "steady client");
    private volatile boolean over;

    SteadyClient(String url) {
        request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .build();
        thread.start();
    }

    private void run() {
        while (!over) {
            answers.computeIfAbsent(once(), answer -> new AtomicInteger()).incrementAndGet();
            // It leaves the machine some time for what it asks.
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private String once() {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body().strip() : "status " + response.statusCode();
        } catch (IOException e) {
            return String.valueOf(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** How often each answer came. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
