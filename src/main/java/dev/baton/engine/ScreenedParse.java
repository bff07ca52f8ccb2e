package dev.baton.engine;

import dev.baton.engine.expression.Delegates;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The engine's parser behind the {@link DiagramScreen}: a diagram that names code is refused before the parser looks at it,
 * since the parser itself creates some of the classes that a diagram names. Of device steps it keeps what is drawn once for
 * all runs.
 */
final class ScreenedParse extends BpmnParse {

    private final DiagramScreen screen;

    ScreenedParse(BpmnParser parser, Delegates delegates) {
        super(parser);
        this.screen = new DiagramScreen(delegates);
    }

    @Override
    protected void parseRootElement() {
        // Stored diagrams passed the screen when they were deployed; a stricter screen must not make them unreadable.
        if (deployment.isNew()) {
            screen.check(rootElement, (element, id, rule) -> addError(id + ": " + rule, element, id));
            if (hasErrors()) {
                return;
            }
        }
        super.parseRootElement();
    }

    @Override
    public void parseActivityInputOutput(Element element, ActivityImpl activity) {
        super.parseActivityInputOutput(element, activity);
        if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
            StepDrawing.keep(activity, element);
        }
    }
}
