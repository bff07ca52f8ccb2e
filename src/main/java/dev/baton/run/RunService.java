package dev.baton.run;

import dev.baton.engine.PermittedActs;
import dev.baton.engine.Role;
import dev.baton.identity.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs and acts on them: the roles are checked here, and the engine's operation log names the person. */
@Service
class RunService implements Runs {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Set<String> RESERVED =
            Set.of("run", "query", "mode", "requester", "reason", "targets", "emergency");
    private static final int LONGEST = 2_000;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ExternalTaskService externalTasks;
    private final PermittedActs permitted;
    private final CurrentUser currentUser;
    private final RunRecords records;
    private final ApplicationEventPublisher events;

    RunService(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            ExternalTaskService externalTasks,
            PermittedActs permitted,
            CurrentUser currentUser,
            RunRecords records,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.externalTasks = externalTasks;
        this.permitted = permitted;
        this.currentUser = currentUser;
        this.records = records;
        this.events = events;
    }

    @Override
    @Transactional
    public Started start(StartRun wish) {
        operator("start a run");
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(wish.procedure())
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw bad("procedure", "there is no procedure \"" + wish.procedure() + "\"");
        }
        check(wish);
        ProcessInstance instance = begin(definition, wish);
        return new Started(records.reference(instance.getId()), instance.getId());
    }

    private ProcessInstance begin(ProcessDefinition definition, StartRun wish) {
        return Refusals.inWords(
                "procedure",
                RunService::field,
                () -> permitted.run(() -> runtime.createProcessInstanceById(definition.getId())
                        .setVariables(Map.copyOf(wish.inputs()))
                        .setVariable("query", wish.targets())
                        .setVariable("mode", "live")
                        .setVariable("reason", wish.reason())
                        .setVariable("emergency", wish.emergency())
                        .execute()));
    }

    /** What a field of a start form is called in a wish. */
    private static String field(String key) {
        return switch (key) {
            case "query" -> "targets";
            case "reason", "mode", "emergency" -> key;
            default -> "inputs." + key;
        };
    }

    private static void check(StartRun wish) {
        if (wish.mode() != Mode.LIVE) {
            throw bad("mode", "only live runs can be started; rehearsals are not offered yet");
        }
        text("targets", wish.targets());
        text("reason", wish.reason());
        wish.inputs().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
                throw bad("inputs." + name, "\"" + name + "\" is not the name of an input");
            }
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw bad("inputs." + name, name + " takes a text, a number or a boolean");
            }
            text("inputs." + name, value.toString());
        });
    }

    private static void text(String field, String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw bad(field, field + " takes at most " + LONGEST + " characters, and not the character NUL");
        }
    }

    private static void reason(String reason, String act) {
        if (reason.isBlank()) {
            throw bad("reason", "to " + act + " needs a reason");
        }
        text("reason", reason);
    }

    @Override
    @Transactional
    public void cancel(String reference, String reason) {
        String person = operator("cancel a run");
        reason(reason, "cancel a run");
        String id = running(reference);
        act(() -> {
            runtime.deleteProcessInstance(id, reason, false, true, true);
            return id;
        });
        records.cancelled(reference, person, reason);
        events.publishEvent(new RunCancelled(id));
    }

    @Override
    @Transactional
    public void retry(String reference, String activity, String reason) {
        String person = operator("retry a step");
        text("reason", reason);
        String root = running(reference);
        List<Incident> retried = act(() -> retry(root, activity));
        if (retried.isEmpty()) {
            throw new BadRunException(
                    BadRunException.Kind.CONFLICT, "step", "no step of " + reference + " waits for a retry");
        }
        retried.forEach(incident ->
                records.retried(reference, incident.getConfiguration(), incident.getActivityId(), person, reason));
    }

    private List<Incident> retry(String root, String activity) {
        List<Incident> retried = new ArrayList<>();
        for (String instance : records.tree(root)) {
            for (Incident incident :
                    runtime.createIncidentQuery().processInstanceId(instance).list()) {
                if ((activity.isEmpty() || activity.equals(incident.getActivityId())) && retry(incident)) {
                    retried.add(incident);
                }
            }
        }
        return retried;
    }

    private <T> T act(Callable<T> acts) {
        return Refusals.inWords("reference", key -> key, () -> permitted.run(acts));
    }

    private boolean retry(Incident incident) {
        if (Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())) {
            records.planFailedActionsAgain(externalTasks
                    .createExternalTaskQuery()
                    .externalTaskId(incident.getConfiguration())
                    .singleResult()
                    .getActivityInstanceId());
            externalTasks.setRetries(incident.getConfiguration(), 1);
            return true;
        }
        Job job = management.createJobQuery().jobId(incident.getConfiguration()).singleResult();
        if (job == null) {
            return false;
        }
        management.setJobRetries(job.getId(), 1);
        return true;
    }

    @Override
    @Transactional
    public void decide(String reference, String action, Decision decision, String reason) {
        String person = operator("decide an action");
        reason(reason, "decide an action");
        if (!records.decided(reference, action, decision, person, reason)) {
            throw new BadRunException(
                    BadRunException.Kind.CONFLICT,
                    "action",
                    "action " + action + " of " + reference + " does not wait for a decision");
        }
    }

    /** The person who acts; only operators and administrators act on runs, whatever page or script they come from. */
    private String operator(String act) {
        if (!currentUser.is(Role.OPERATORS) && !currentUser.is(Role.ADMINISTRATORS)) {
            throw new AccessDeniedException("Only operators and administrators may " + act + ".");
        }
        return currentUser.name().orElseThrow(() -> new AccessDeniedException("Nobody is signed in."));
    }

    private String running(String reference) {
        String id = records.processInstance(reference)
                .orElseThrow(() -> new BadRunException(
                        BadRunException.Kind.NOT_FOUND, "reference", "there is no run " + reference));
        if (runtime.createProcessInstanceQuery().processInstanceId(id).count() == 0) {
            throw new BadRunException(BadRunException.Kind.CONFLICT, "reference", reference + " has ended");
        }
        return id;
    }

    private static BadRunException bad(String field, String message) {
        return new BadRunException(BadRunException.Kind.BAD_INPUT, field, message);
    }
}
