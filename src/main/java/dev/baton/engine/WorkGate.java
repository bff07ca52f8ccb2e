package dev.baton.engine;

/** Says whether this node may begin jobs and queued steps now. */
public interface WorkGate {

    boolean open();
}
