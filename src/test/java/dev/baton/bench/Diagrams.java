package dev.baton.bench;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;

/** The procedures that are measured: targets are chosen, and one step runs a command on all of them. */
final class Diagrams {

    static final String ONE_STEP = "one-step";
    static final int CONCURRENCY = 64;
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Diagrams() {}

    /** One step that carries all devices. */
    static BpmnModelInstance oneStep(String procedure, String command, int concurrency) {
        return command(chosen(procedure).serviceTask("Task_Command").camundaAsyncBefore(), command, concurrency)
                .camundaInputParameter("targets", "${targets}")
                .endEvent()
                .done();
    }

    /** One step that reads these values of all devices. */
    static BpmnModelInstance readSnmp(List<String> oids, int concurrency) {
        return chosen(ONE_STEP)
                .serviceTask("Task_ReadSnmp")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${readSnmp}")
                .camundaInputParameter("targets", "${targets}")
                .camundaInputParameter("oids", String.join("\n", oids))
                .camundaInputParameter("concurrency", String.valueOf(concurrency))
                .camundaInputParameter("maxFailures", "100%")
                .camundaInputParameter("onFailure", "continue")
                .endEvent()
                .done();
    }

    /** The step with a command as a multi-instance activity: an execution for each device; {@code sets} has a target set for each. */
    static BpmnModelInstance multiInstance(String command) {
        return command(chosen("multi-instance").serviceTask("Task_Command"), command, 1)
                .multiInstance()
                .parallel()
                .camundaCollection("sets")
                .camundaElementVariable("targets")
                .camundaAsyncAfter()
                .multiInstanceDone()
                .endEvent()
                .done();
    }

    private static ServiceTaskBuilder chosen(String procedure) {
        return Bpmn.createExecutableProcess(procedure)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("Task_ChooseTargets")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${chooseTargets}")
                .camundaInputParameter("query", "${query}")
                .camundaOutputParameter("targets", "${targets}");
    }

    private static ServiceTaskBuilder command(ServiceTaskBuilder step, String command, int concurrency) {
        return step.camundaDelegateExpression("${runCommand}")
                .camundaInputParameter("command", command)
                .camundaInputParameter("effect", "ONCE")
                .camundaInputParameter("timeout", TIMEOUT.toString())
                .camundaInputParameter("concurrency", String.valueOf(concurrency))
                .camundaInputParameter("maxFailures", "100%")
                .camundaInputParameter("onFailure", "continue");
    }
}
