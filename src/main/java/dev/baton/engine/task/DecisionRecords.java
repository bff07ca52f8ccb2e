package dev.baton.engine.task;

/** Where decisions and refusals are written down. */
public interface DecisionRecords {

    /** Written with the completion of the task: both or neither. */
    void decided(Decision decision);

    /** Written at once, since the transaction of a refused act is rolled back. */
    void refused(Decision decision);

    /** Who started the run of this process instance. */
    String requester(String rootProcessInstance);

    /** What a person decided, or wanted to. */
    record Decision(
            String run,
            String task,
            String taskKey,
            String taskName,
            String person,
            String requester,
            String decision,
            String reason) {}
}
