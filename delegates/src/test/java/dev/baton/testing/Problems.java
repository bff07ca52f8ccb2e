package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on problems. */
public final class Problems {

    private Problems() {}

    public static AbstractThrowableAssert<?, ?> assertProblem(Problem problem, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ActionProblem.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }
}
