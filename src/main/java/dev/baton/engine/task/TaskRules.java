package dev.baton.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts four eyes under every user task: whatever call assigns or completes a task passes here. */
@Component
public final class TaskRules extends AbstractBpmnParseListener implements TaskListener {

    private final FourEyes fourEyes;

    public TaskRules(DecisionRecords records) {
        this.fourEyes = new FourEyes(records);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
        definition.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask delegateTask) {
        TaskEntity task = (TaskEntity) delegateTask;
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            fourEyes.mayComplete(task, Wish.to("complete"));
        } else if (task.getAssignee() != null) {
            fourEyes.mayHold(task, task.getAssignee(), Wish.to("assign"));
        }
    }

    FourEyes fourEyes() {
        return fourEyes;
    }
}
