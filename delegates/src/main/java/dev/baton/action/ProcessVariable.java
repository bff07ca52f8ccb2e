package dev.baton.action;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable that a step delegate reads or offers to output parameters; the only place where its name is written.
 *
 * @param name as diagrams write it: public API, never renamed
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    /** Its value where the step stands; empty when it is missing or of another type. */
    public Optional<T> in(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Sets it for the step alone; the diagram maps it out. */
    public void offer(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }
}
