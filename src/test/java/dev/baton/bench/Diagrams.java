package dev.baton.bench;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;

/** The procedures that are measured: targets are chosen, and one step runs a command on all of them. */
final class Diagrams {

    static final String ONE_STEP = "one-step";
    static final String BACKUP = "backup";
    static final int CONCURRENCY = 64;
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Diagrams() {}

    /** One step that carries all devices. */
    static BpmnModelInstance oneStep(String procedure, String command, int concurrency) {
        return oneStep(procedure, command, concurrency, TIMEOUT);
    }

    static BpmnModelInstance oneStep(String procedure, String command, int concurrency, Duration timeout) {
        ServiceTaskBuilder step = chosen(procedure).serviceTask("Task_Command").camundaAsyncBefore();
        return command(step, command, "ONCE", concurrency, timeout)
                .camundaInputParameter("targets", "${targets}")
                .endEvent()
                .done();
    }

    /** Steps one after the other on the same devices, each with this effect. */
    static BpmnModelInstance steps(String procedure, List<String> effects, int concurrency) {
        ServiceTaskBuilder last = chosen(procedure);
        for (int number = 0; number < effects.size(); number++) {
            ServiceTaskBuilder step = last.serviceTask("Task_Command" + number);
            last = command(step, SshFleet.ECHO, effects.get(number), concurrency, TIMEOUT)
                    .camundaInputParameter("targets", "${targets}");
        }
        return last.endEvent().done();
    }

    /** Nothing but save points of the engine. */
    static BpmnModelInstance continuations(String procedure, int number) {
        AbstractFlowNodeBuilder<?, ?> last = Bpmn.createExecutableProcess(procedure)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent();
        for (int task = 0; task < number; task++) {
            last = last.manualTask("Task_" + task).camundaAsyncBefore();
        }
        return last.endEvent().done();
    }

    /** One step that backs up the configurations of all devices. */
    static BpmnModelInstance backup(int concurrency) {
        return fannedOut(
                        chosen(BACKUP)
                                .serviceTask("Task_BackUpConfig")
                                .camundaDelegateExpression("${backUpConfig}")
                                .camundaInputParameter("targets", "${targets}")
                                .camundaInputParameter("reason", "a benchmark"),
                        concurrency)
                .endEvent()
                .done();
    }

    /** One step that reads these values of all devices. */
    static BpmnModelInstance readSnmp(List<String> oids, int concurrency) {
        return fannedOut(
                        chosen(ONE_STEP)
                                .serviceTask("Task_ReadSnmp")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${readSnmp}")
                                .camundaInputParameter("targets", "${targets}")
                                .camundaInputParameter("oids", String.join("\n", oids)),
                        concurrency)
                .endEvent()
                .done();
    }

    /** One step that compares the ports of all devices with what they should be. */
    static BpmnModelInstance checkPorts(int concurrency) {
        return fannedOut(
                        chosen(ONE_STEP)
                                .serviceTask("Task_CheckPorts")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${checkPorts}")
                                .camundaInputParameter("targets", "${targets}")
                                .camundaInputParameter("policy", "port-state"),
                        concurrency)
                .endEvent()
                .done();
    }

    /** One step that reads and judges the firmware of all devices. */
    static BpmnModelInstance readFirmware(int concurrency) {
        return fannedOut(
                        chosen(ONE_STEP)
                                .serviceTask("Task_ReadFirmware")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${readFirmware}")
                                .camundaInputParameter("targets", "${targets}"),
                        concurrency)
                .endEvent()
                .done();
    }

    /** The step with a command as a multi-instance activity: an execution for each device; {@code sets} has a target set for each. */
    static BpmnModelInstance multiInstance(String command) {
        return command(chosen("multi-instance").serviceTask("Task_Command"), command, "ONCE", 1, TIMEOUT)
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

    private static ServiceTaskBuilder command(
            ServiceTaskBuilder step, String command, String effect, int concurrency, Duration timeout) {
        return fannedOut(
                step.camundaDelegateExpression("${runCommand}")
                        .camundaInputParameter("command", command)
                        .camundaInputParameter("effect", effect)
                        .camundaInputParameter("timeout", timeout.toString()),
                concurrency);
    }

    private static ServiceTaskBuilder fannedOut(ServiceTaskBuilder step, int concurrency) {
        return step.camundaInputParameter("concurrency", String.valueOf(concurrency))
                .camundaInputParameter("maxFailures", "100%")
                .camundaInputParameter("onFailure", "continue");
    }
}
