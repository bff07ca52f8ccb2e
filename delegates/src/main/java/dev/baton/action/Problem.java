package dev.baton.action;

/** The closed list of error codes: what a diagram may catch. Public API: codes are added, never renamed. */
public enum Problem {
    /** No TCP connection, no banner, no SNMP answer: nothing was sent that can change the device. */
    UNREACHABLE(Retry.LATER),
    /** The device shows another host key than the pinned one; no authentication was tried. */
    HOST_KEY_MISMATCH(Retry.NEVER),
    /** The device refused the credential. */
    AUTH_FAILED(Retry.NEVER),
    /** The device did not answer in time. */
    TIMEOUT(Retry.LATER),
    /** The device refused the command, or it ended with an exit status that is not expected. */
    COMMAND_REJECTED(Retry.NEVER),
    /** Another process on the device holds the lock that the command needs. */
    LOCKED(Retry.LATER),
    /** A read-back or health check shows another state than the wanted one. */
    CHECK_FAILED(Retry.NEVER),
    /** The answer is truncated or not understood. */
    ANSWER_INCOMPLETE(Retry.LATER),
    /** The platform of the device does not offer what the step needs. */
    UNSUPPORTED(Retry.NEVER),
    /** An input of the step is missing or breaks its constraint. */
    BAD_INPUT(Retry.NEVER),
    /** A command was sent and nobody knows whether it took effect: a person decides. */
    OUTCOME_UNKNOWN(Retry.NEVER),
    /** More devices failed than the step allows; those not yet started are held. */
    TOO_MANY_FAILURES(Retry.NEVER),
    /** The query selects no device. */
    NO_TARGETS(Retry.NEVER),
    /** The step would send something that is not in its rendered or approved commands. */
    PLAN_DEVIATION(Retry.NEVER),
    /** A changing step runs without the approval it needs. */
    NOT_APPROVED(Retry.NEVER),
    /** The window for changes is closed. */
    OUTSIDE_WINDOW(Retry.NEVER),
    /** The run or step was cancelled by a person. */
    CANCELLED(Retry.NEVER);

    private final Retry retry;

    Problem(Retry retry) {
        this.retry = retry;
    }

    /** Whether the platform may try again by itself; it still never repeats what the effect class forbids. */
    public boolean retryable() {
        return retry == Retry.LATER;
    }

    /** The exception to throw; the message names the device, what was wanted and what was seen. */
    public ActionProblem because(String message) {
        return new ActionProblem(this, message);
    }

    private enum Retry {
        LATER,
        NEVER
    }
}
