package dev.baton.engine.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, with our rules before each act. */
public final class GuardedTasks extends TaskServiceImpl {

    private final FourEyes fourEyes;

    public GuardedTasks(TaskRules rules) {
        this.fourEyes = rules.fourEyes();
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        commandExecutor.execute(
                new Completion(fourEyes, taskId, variables, accepted -> new CompleteTaskCmd(taskId, accepted)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(new Completion(
                fourEyes,
                taskId,
                variables,
                accepted -> new CompleteTaskCmd(taskId, accepted, true, deserializeValues)));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, Wish.to("resolve")));
        commandExecutor.execute(new Completion(fourEyes, taskId, variables, accepted -> resolving(taskId, accepted)));
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        before(taskId, task -> mayHold(task, userId, Wish.to("claim")));
        super.claim(taskId, userId);
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        before(taskId, task -> mayAssign(task, userId));
        super.setAssignee(taskId, userId);
    }

    @Override
    public void saveTask(Task changed) {
        before(changed.getId(), task -> {
            if (!facts(task).equals(facts(changed)) && FourEyes.signedIn() != null) {
                throw new DecisionRefusedException(
                        "Of a task, only its assignee, dates and priority can be changed; the rest is its procedure's.");
            }
            if (!Objects.equals(task.getAssignee(), changed.getAssignee())) {
                mayAssign(task, changed.getAssignee());
            }
        });
        super.saveTask(changed);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, new Wish("delegate", "to " + userId)));
        super.delegateTask(taskId, userId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        refuseShortcut(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message) {
        refuseShortcut(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> variables) {
        refuseShortcut(taskId);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        refuseShortcut(taskId);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        refuseShortcut(taskId);
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, new Wish("add", userId)));
        super.addUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String type) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, new Wish("add", groupId)));
        super.addGroupIdentityLink(taskId, groupId, type);
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        addUserIdentityLink(taskId, userId, "candidate");
    }

    @Override
    public void addCandidateGroup(String taskId, String groupId) {
        addGroupIdentityLink(taskId, groupId, "candidate");
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, new Wish("remove", userId)));
        super.deleteUserIdentityLink(taskId, userId, type);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String type) {
        before(taskId, task -> fourEyes.mayChangeCandidates(task, new Wish("remove", groupId)));
        super.deleteGroupIdentityLink(taskId, groupId, type);
    }

    @Override
    public void deleteCandidateUser(String taskId, String userId) {
        deleteUserIdentityLink(taskId, userId, "candidate");
    }

    @Override
    public void deleteCandidateGroup(String taskId, String groupId) {
        deleteGroupIdentityLink(taskId, groupId, "candidate");
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        refuseVariables();
        super.setVariables(taskId, variables, local);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ? extends Object> modifications, Collection<String> deletions, boolean local) {
        refuseVariables();
        super.updateVariables(taskId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String taskId, String name) {
        removeVariables(taskId, List.of(name));
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        removeVariablesLocal(taskId, List.of(name));
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        refuseVariables();
        super.removeVariables(taskId, names);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        refuseVariables();
        super.removeVariablesLocal(taskId, names);
    }

    /** Who may not decide does not take the task from those who may, either. */
    private void mayAssign(TaskEntity task, @Nullable String person) {
        if (person != null) {
            mayHold(task, person, Wish.to("assign"));
        } else {
            mayHold(task, FourEyes.signedIn(), Wish.to("release"));
        }
    }

    private void mayHold(TaskEntity task, @Nullable String person, Wish wish) {
        if (person != null) {
            fourEyes.mayHold(task, person, wish);
        }
    }

    private static List<@Nullable Object> facts(Task task) {
        return Arrays.asList(
                task.getName(),
                task.getDescription(),
                task.getOwner(),
                task.getDelegationState(),
                task.getParentTaskId(),
                task.getCaseInstanceId(),
                task.getTenantId());
    }

    private void refuseVariables() {
        commandExecutor.execute(context -> {
            if (FourEyes.signedIn() != null) {
                throw new DecisionRefusedException("Values of a task are changed by completing it with its form.");
            }
            return null;
        });
    }

    private void refuseShortcut(String taskId) {
        throw new DecisionRefusedException("The task " + taskId + " is completed with its form and in no other way.");
    }

    private void before(String taskId, Consumer<TaskEntity> rule) {
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                rule.accept(task);
            }
            return null;
        });
    }

    private static Command<VariableMap> resolving(String taskId, VariableMap accepted) {
        return context -> {
            new ResolveTaskCmd(taskId, accepted).execute(context);
            return accepted;
        };
    }
}
