package dev.baton.device.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.schmizz.sshj.xfer.InMemoryDestFile;

/** Where a file goes that SCP brings, up to a limit. */
final class ScpMemory extends InMemoryDestFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;

    ScpMemory(int limit) {
        this.limit = limit;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public long getLength() {
        return bytes.size();
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] chunk, int from, int count) throws IOException {
                if (count > limit - bytes.size()) {
                    throw new RefusedException("wanted at most " + limit + " bytes, the file has more", null);
                }
                bytes.write(chunk, from, count);
            }
        };
    }

    @Override
    public OutputStream getOutputStream(boolean append) {
        return getOutputStream();
    }
}
