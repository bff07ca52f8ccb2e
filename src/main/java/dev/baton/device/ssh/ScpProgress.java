package dev.baton.device.ssh;

import dev.baton.device.Progress;
import net.schmizz.sshj.common.StreamCopier;
import net.schmizz.sshj.xfer.TransferListener;

/** Passes on how far SCP has come. */
record ScpProgress(Progress progress) implements TransferListener {

    @Override
    public TransferListener directory(String name) {
        return this;
    }

    @Override
    public StreamCopier.Listener file(String name, long size) {
        return done -> progress.at(done, size);
    }
}
