package dev.baton.testing;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Queues every service task but those of the step delegates, as the platform does. */
final class QueuedSteps extends AbstractBpmnParseListener {

    private final Set<?> stepDelegates;

    QueuedSteps(Set<?> stepDelegates) {
        this.stepDelegates = stepDelegates;
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        String bean = task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression")
                .replaceAll("[${}]", "");
        if (!stepDelegates.contains(bean)) {
            activity.setActivityBehavior(
                    new ExternalTaskActivityBehavior(new ConstantValueProvider(bean), new ConstantValueProvider(0L)));
        }
    }
}
