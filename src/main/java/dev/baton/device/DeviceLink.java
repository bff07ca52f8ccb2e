package dev.baton.device;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import java.util.concurrent.CompletableFuture;

/** A way to one device, kept open between commands. */
public interface DeviceLink extends AutoCloseable {

    /** Connects and logs in if the command needs it and it is not done yet; sends nothing that can change the device. */
    void connect(Command command);

    /** Whether the command would go over a connection that is there and answers, so that {@link #connect} would not log in. */
    default boolean connected(Command command) {
        return false;
    }

    /**
     * Sends a command and waits for the answer; after a lost connection the next call connects again.
     *
     * @throws dev.baton.action.ActionProblem as {@link dev.baton.action.Session#send} says
     */
    Answer send(Command command);

    /**
     * Connects as needed and sends a command that only reads. SNMP does both without a thread that waits; other protocols
     * answer before they return.
     *
     * @return the answer, or the {@link ActionProblem} of {@link #connect} or {@link #send}
     */
    default CompletableFuture<Answer> sendAsync(Command command) {
        try {
            connect(command);
            return CompletableFuture.completedFuture(send(command));
        } catch (ActionProblem problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    /** Tells how far transfers come from now on, where they take time. */
    default void report(Progress progress) {
        // Most answers come at once.
    }

    /** Ends what is under way, from another thread: closes the socket, so that {@link #send} returns at once. */
    void abort();

    /**
     * Readies it for a pause between two steps; keeps of it only what is connected, healthy and as it was after the login.
     *
     * @return whether there is anything to keep
     */
    default boolean rest() {
        return false;
    }

    /** Ends what is open; the next command would connect again. */
    @Override
    void close();
}
