package dev.baton.engine;

import dev.baton.engine.expression.Delegates;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Queues every service task whose delegate acts on devices: it waits in the engine's external-task table for the runner,
 * under the delegate's bean name as topic. A job thread would hold a transaction for as long as the device works, and the
 * job would start again when its lock expires.
 */
final class DelegateQueueing extends AbstractBpmnParseListener {

    private static final long DEFAULT_PRIORITY = 0;

    private final Delegates delegates;

    DelegateQueueing(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        beanName(task).filter(delegates::isDeviceDelegate).ifPresent(topic -> queue(activity, topic));
    }

    private static void queue(ActivityImpl activity, String topic) {
        activity.setActivityBehavior(new ExternalTaskActivityBehavior(
                new ConstantValueProvider(topic), new ConstantValueProvider(DEFAULT_PRIORITY)));
    }

    /** The bean that a service task names as {@code ${bean}}; empty for any other expression. */
    static Optional<String> beanName(Element task) {
        String expression = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression");
        if (expression == null || !expression.trim().matches("[$#]\\{\\s*\\w+\\s*}")) {
            return Optional.empty();
        }
        return Optional.of(expression.replaceAll("[$#{}\\s]", ""));
    }
}
