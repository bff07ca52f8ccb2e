package dev.baton.lab.posix;

import dev.baton.lab.machine.Reply;
import java.util.List;

/** A program of a simulated host. */
@FunctionalInterface
public interface Program {

    /**
     * Runs it.
     *
     * @param arguments without the program's own name
     * @param input what a pipe brings; empty without one
     */
    Reply run(List<String> arguments, String input);
}
