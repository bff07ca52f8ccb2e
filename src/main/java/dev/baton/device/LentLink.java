package dev.baton.device;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import java.util.concurrent.CompletableFuture;

/** What one action holds of a link: once it is kept, whoever still wants to end the action no longer reaches the link. */
final class LentLink implements RunLink {

    private final IdleLinks idle;
    private final IdleLinks.Place place;
    private final OpenedLink opened;
    private final DeviceLink link;
    private volatile boolean failed;
    private volatile boolean aborted;
    private volatile boolean kept;

    LentLink(IdleLinks idle, IdleLinks.Place place, OpenedLink opened) {
        this.idle = idle;
        this.place = place;
        this.opened = opened;
        link = opened.link();
    }

    @Override
    public void connect(Command command) {
        try {
            link.connect(command);
        } catch (ActionProblem problem) {
            failed = true;
            throw problem;
        }
    }

    @Override
    public boolean connected(Command command) {
        return link.connected(command);
    }

    @Override
    public Answer send(Command command) {
        try {
            return link.send(command);
        } catch (ActionProblem problem) {
            failed = true;
            throw problem;
        }
    }

    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        return link.sendAsync(command).whenComplete((answer, failure) -> {
            if (failure != null) {
                failed = true;
            }
        });
    }

    @Override
    public void report(Progress progress) {
        link.report(progress);
    }

    /** In this order: either {@link #keep} sees that it was aborted, or this sees that it is kept. */
    @Override
    public void abort() {
        aborted = true;
        if (!kept) {
            link.abort();
        }
    }

    @Override
    public void keep() {
        kept = true;
        if (aborted || failed || !idle.keep(place, opened)) {
            link.close();
        }
    }

    /** Also ends what another step of the run may have left: whatever happened to the device may have happened to that. */
    @Override
    public void close() {
        if (!kept) {
            link.close();
            idle.end(place);
        }
    }
}
