package dev.baton.device.ssh;

import dev.baton.action.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import net.schmizz.sshj.xfer.InMemorySourceFile;

/** A file that SCP sends; readable by its owner only until it has its place. */
final class ScpSource extends InMemorySourceFile {

    private static final int OWNER_ONLY = 0600;

    private final Content content;

    ScpSource(Content content) {
        this.content = content;
    }

    @Override
    public String getName() {
        return "content";
    }

    @Override
    public long getLength() {
        return content.size();
    }

    @Override
    public int getPermissions() {
        return OWNER_ONLY;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content.part(0, content.size()));
    }
}
