package dev.baton.action;

import java.util.List;
import java.util.Map;

/**
 * An action on devices: the class behind a service task that the runner executes, device by device. Its bean name is what
 * the diagram names; {@link Delegate} describes it.
 *
 * @param <I> the typed inputs, a record whose components carry {@link Input}
 */
public interface DeviceDelegate<I extends Record> {

    /** The exact native commands that this device may get for these inputs, in the order of sending. Pure: no I/O. */
    List<Command> render(Device device, Dialect dialect, I inputs);

    /**
     * What the answers to the rendered commands, in their order, come to; a dialogue has no use for it.
     *
     * @throws ActionProblem when the job is not done
     */
    default Result interpret(Session session, I inputs, List<Answer> answers) {
        throw new IllegalStateException(getClass().getName() + " neither interprets answers nor leads a dialogue");
    }

    /** Sends the rendered commands in order and interprets the answers; a dialogue (check, act, prove) overrides it. */
    default Result perform(Session session, I inputs) {
        List<Answer> answers = render(session.device(), session.dialect(), inputs).stream()
                .map(session::send)
                .toList();
        return interpret(session, inputs, answers);
    }

    /** Asks the device whether a {@link Effect#CHECKABLE} action took effect; it sends rendered reads only. */
    default Probe probe(Session session, I inputs) {
        return new Probe.Undecided("the delegate has no probe");
    }

    /** The effect class for these inputs; by default the one that {@link Delegate} declares. */
    default Effect effect(I inputs) {
        Delegate delegate = getClass().getAnnotation(Delegate.class);
        if (delegate == null) {
            throw new IllegalStateException(getClass().getName() + " has no @Delegate");
        }
        return delegate.effect();
    }

    /**
     * Variables for the diagram beside the counts that every step has: small numbers, strings and JSON-like lists.
     *
     * @param results by device name, the devices that succeeded, as the journal keeps them: summary and facts, without findings
     *     and observations
     */
    default Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of();
    }
}
