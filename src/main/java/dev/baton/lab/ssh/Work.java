package dev.baton.lab.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** The work behind one channel, done on a thread of its own. */
final class Work implements Command {

    private final ExecutorService threads;
    private final Task task;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (status, message, close) -> {};

    Work(ExecutorService threads, Task task) {
        this.threads = threads;
        this.task = task;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        threads.execute(() -> {
            try {
                exit.onExit(task.work(new Streams(in, out, err, environment)));
            } catch (IOException e) {
                // The other side is gone: there is nobody left to tell.
                exit.onExit(255, e.toString());
            }
        });
    }

    /** What was begun is finished, as on a real device whose caller hangs up. */
    @Override
    public void destroy(ChannelSession channel) {}

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    /** Works with the streams of a channel and ends with an exit status. */
    interface Task {

        int work(Streams streams) throws IOException;
    }
}
