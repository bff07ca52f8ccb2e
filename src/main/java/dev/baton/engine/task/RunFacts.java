package dev.baton.engine.task;

import java.util.Set;
import java.util.TreeSet;

/** What is settled once a run has begun: no form of a task may write it. */
public final class RunFacts {

    static final String REASON = "reason";

    private static final Set<String> ALWAYS = Set.of("run", "requester", "mode", "query", "targets");

    private RunFacts() {}

    /**
     * The facts of every run and what the requester filled in, without the reason: that of a decision is kept apart from that
     * of the run.
     */
    public static Set<String> of(TaskForm start) {
        Set<String> facts = new TreeSet<>(ALWAYS);
        facts.addAll(start.inputs());
        facts.remove(REASON);
        return facts;
    }
}
