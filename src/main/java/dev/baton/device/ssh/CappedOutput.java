package dev.baton.device.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Collects a stream up to a limit; what comes after it is read and counted, so that the sender never blocks. */
final class CappedOutput {

    static final int LIMIT = 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long total;

    void drain(InputStream stream) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            add(buffer, count);
        }
    }

    void add(byte[] bytes, int count) {
        total += count;
        kept.write(bytes, 0, Math.min(count, LIMIT - kept.size()));
    }

    /** How many bytes came and were not kept. */
    long dropped() {
        return total - kept.size();
    }

    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
