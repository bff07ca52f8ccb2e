package dev.baton.run;

import dev.baton.engine.task.BadFormException;
import dev.baton.run.BadRunException.Kind;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The engine's refusals in words that callers know; what is no refusal but a failure goes on as it is. */
final class Refusals {

    private Refusals() {}

    /**
     * Does something with the engine.
     *
     * @param subject what is acted on, as callers name it
     * @param fields what callers call a field of a form
     */
    static <T extends @Nullable Object> T inWords(String subject, UnaryOperator<String> fields, Supplier<T> act) {
        try {
            return act.get();
        } catch (AuthorizationException e) {
            throw new AccessDeniedException(String.valueOf(e.getMessage()), e);
        } catch (BadFormException e) {
            throw new BadRunException(Kind.BAD_INPUT, fields.apply(e.field()), String.valueOf(e.getMessage()));
        } catch (OptimisticLockingException e) {
            throw conflict(subject, "somebody else changed it at the same moment; read it again");
        } catch (SuspendedEntityInteractionException e) {
            throw conflict(subject, "it is suspended");
        } catch (TaskAlreadyClaimedException e) {
            throw conflict(subject, String.valueOf(e.getMessage()));
        } catch (BadUserRequestException e) {
            throw new BadRunException(Kind.BAD_INPUT, subject, String.valueOf(e.getMessage()));
        }
    }

    private static BadRunException conflict(String subject, String message) {
        return new BadRunException(Kind.CONFLICT, subject, message);
    }
}
