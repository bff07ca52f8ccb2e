package dev.baton.lab;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.lab.host.Host;
import dev.baton.lab.machine.Reply;

/** Straight to a host's shell; no other way leads to it. */
record HostLink(Host host) implements DeviceLink {

    @Override
    public void connect(Command command) {
        // It is there.
    }

    @Override
    public Answer send(Command command) {
        if (command.channel() != Channel.EXEC) {
            throw Problem.UNSUPPORTED.because("the host has a shell only");
        }
        Reply reply = host.run(command.text());
        return Answer.of(command, reply.status(), reply.output(), reply.errors());
    }

    @Override
    public void abort() {
        // Nothing goes on.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
