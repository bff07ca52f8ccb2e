package dev.baton.action;

/** An action could not do its job; carries the code that a diagram may catch. */
public final class ActionProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    ActionProblem(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The reason in words, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
