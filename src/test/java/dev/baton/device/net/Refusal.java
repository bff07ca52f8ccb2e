package dev.baton.device.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what a delegate ends with when its job is not done. */
final class Refusal {

    private Refusal() {}

    static AbstractStringAssert<?> assertRefused(Problem problem, ThrowingCallable call) {
        ActionProblem thrown = catchThrowableOfType(ActionProblem.class, call);
        assertThat(thrown).as("the problem").isNotNull();
        assertThat(thrown.problem()).as(thrown.reason()).isEqualTo(problem);
        return assertThat(thrown.reason());
    }
}
