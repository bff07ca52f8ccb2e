package dev.baton.engine.timer;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads from a diagram what becomes of starts that were missed. */
public final class MissedStartRule extends AbstractBpmnParseListener {

    @Override
    public void parseStartEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = event.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties == null) {
            return;
        }
        for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
            if (MissedStartPolicy.PROPERTY.equals(property.attribute("name"))) {
                activity.setProperty(
                        MissedStartPolicy.PROPERTY,
                        policy(activity.getId(), String.valueOf(property.attribute("value"))));
            }
        }
    }

    private static MissedStartPolicy policy(String element, String word) {
        Optional<MissedStartPolicy> policy = MissedStartPolicy.of(word);
        return policy.orElseThrow(() -> new ProcessEngineException("the property " + MissedStartPolicy.PROPERTY + " of "
                + element + " must be one of " + MissedStartPolicy.words() + ", not '" + word + "'"));
    }
}
