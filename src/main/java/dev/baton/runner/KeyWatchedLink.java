package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.Progress;
import dev.baton.device.RunLink;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A link that tells what became of its connections. */
record KeyWatchedLink(RunLink link, Consumer<ActionProblem> failed, Runnable connected) implements RunLink {

    @Override
    public void connect(Command command) {
        try {
            link.connect(command);
        } catch (ActionProblem problem) {
            failed.accept(problem);
            throw problem;
        }
        connected.run();
    }

    @Override
    public void report(Progress progress) {
        link.report(progress);
    }

    @Override
    public boolean connected(Command command) {
        return link.connected(command);
    }

    /** Only SNMP is asked so, which knows no host key. */
    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        return link.sendAsync(command);
    }

    @Override
    public Answer send(Command command) {
        try {
            return link.send(command);
        } catch (ActionProblem problem) {
            failed.accept(problem);
            throw problem;
        }
    }

    @Override
    public void abort() {
        link.abort();
    }

    @Override
    public void keep() {
        link.keep();
    }

    @Override
    public void close() {
        link.close();
    }
}
