package dev.baton.chaos;

import dev.baton.action.Effect;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;

/** The procedure that the runs follow: steps of all effect classes, half of which ask a person when a device fails. */
final class ChaosDiagram {

    static final String KEY = "chaos";

    private static final List<Effect> STEPS = List.of(Effect.ONCE, Effect.CHECKABLE, Effect.READ, Effect.CONVERGE);

    private ChaosDiagram() {}

    static String xml() {
        ServiceTaskBuilder chosen = Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("Task_ChooseTargets")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${chooseTargets}")
                .camundaInputParameter("query", "${query}")
                .camundaOutputParameter("targets", "${targets}");
        for (int number = 0; number < STEPS.size(); number += 2) {
            chosen = chosen.camundaOutputParameter("left" + number, "${targets}");
        }
        AbstractFlowNodeBuilder<?, ?> flow = chosen;
        for (int number = 0; number < STEPS.size(); number++) {
            flow = number % 2 == 0 ? asking(flow, number) : goingOn(flow, number);
        }
        return Bpmn.convertToString(flow.endEvent("EndEvent_Done").done());
    }

    /** Goes on whatever became of its devices. */
    private static ServiceTaskBuilder goingOn(AbstractFlowNodeBuilder<?, ?> flow, int number) {
        return step(flow, number, "${targets}", "100%");
    }

    /** Asks a person when a device fails, and then tries those that failed again. */
    private static ServiceTaskBuilder asking(AbstractFlowNodeBuilder<?, ?> flow, int number) {
        String again = "Gateway_Again" + number;
        ServiceTaskBuilder step = step(flow.exclusiveGateway(again), number, "${left" + number + "}", "0");
        step.boundaryEvent("BoundaryEvent_Failed" + number)
                .error()
                .userTask("UserTask_Decide" + number)
                .camundaCandidateGroups("operators")
                .camundaOutputParameter("left" + number, "${failedTargets}")
                .connectTo(again);
        return step;
    }

    private static ServiceTaskBuilder step(
            AbstractFlowNodeBuilder<?, ?> flow, int number, String targets, String maxFailures) {
        String id = "Task_" + number;
        return flow.serviceTask(id)
                .camundaAsyncBefore()
                .camundaDelegateExpression("${" + ChaosNode.bean(STEPS.get(number)) + "}")
                .camundaInputParameter("targets", targets)
                .camundaInputParameter("label", "${run}." + id)
                .camundaInputParameter("concurrency", "3")
                .camundaInputParameter("maxFailures", maxFailures)
                .camundaInputParameter("onFailure", "continue");
    }
}
