package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.engine.task.BadFormException;
import dev.baton.run.BadRunException.Kind;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsPutIntoWords(RuntimeException refusal, Kind kind, String field) {
        BadRunException told = catchThrowableOfType(BadRunException.class, () -> act(refusal));

        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.field()).isEqualTo(field);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new BadFormException("decision", "is required"), Kind.BAD_INPUT, "variables.decision"),
                Arguments.of(new OptimisticLockingException("taken"), Kind.CONFLICT, "id"),
                Arguments.of(new SuspendedEntityInteractionException("no"), Kind.CONFLICT, "id"));
    }

    @Test
    void aFailureStaysOne() {
        ProcessEngineException failure = new ProcessEngineException("the database is away");

        assertThatThrownBy(() -> act(failure)).isSameAs(failure);
    }

    private static void act(RuntimeException failure) {
        Refusals.inWords("id", key -> "variables." + key, () -> {
            throw failure;
        });
    }
}
