package dev.baton.engine.task;

import dev.baton.engine.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may hold or complete a task: a member of its candidate groups, and for an approval never the person who
 * started the run. Membership is looked up at the moment of the act, so a person who left a group is refused.
 */
final class FourEyes {

    private final DecisionRecords records;

    FourEyes(DecisionRecords records) {
        this.records = records;
    }

    /** Refuses unless the person who is signed in may complete the task. */
    void mayComplete(TaskEntity task, Wish wish) {
        String person = signedIn();
        if (person == null) {
            refuse(task, "", wish, "A task is completed by a person who is signed in.");
        } else {
            mayHold(task, person, wish);
        }
    }

    /** Refuses unless this person may have the task. */
    void mayHold(TaskEntity task, String person, Wish wish) {
        boolean approval = isApproval(task);
        Set<String> groups = deciders(task, approval);
        String names = String.join(" or ", groups);
        if (approval && person.equals(requester(task))) {
            String subject = person.equals(signedIn())
                    ? "You started " + run(task) + " yourself"
                    : person + " started " + run(task);
            refuse(task, person, wish, subject + "; another member of " + names + " must decide.");
        }
        if (!groups.isEmpty() && groupsOf(person).stream().noneMatch(groups::contains)) {
            String subject = person.equals(signedIn()) ? "You are not a member of " : person + " is not a member of ";
            refuse(task, person, wish, subject + names + ", who decide this task.");
        }
    }

    /** Refuses every change of who decides an approval: the diagram says it. */
    void mayChangeCandidates(TaskEntity task, Wish wish) {
        if (isApproval(task)) {
            refuse(
                    task,
                    orEmpty(signedIn()),
                    wish,
                    "Who decides an approval is said by its procedure and cannot be changed.");
        }
    }

    static boolean isApproval(TaskEntity task) {
        return Approvals.isApproval(candidateGroups(task), () -> DeployedForms.of(task));
    }

    /** An approval that names nobody is one of change approvers. */
    private static Set<String> deciders(TaskEntity task, boolean approval) {
        Set<String> groups = candidateGroups(task);
        return approval && groups.isEmpty() ? Set.of(Role.CHANGE_APPROVERS.group()) : groups;
    }

    private DecisionRecords.Decision describe(TaskEntity task, String person, String decision, String reason) {
        return new DecisionRecords.Decision(
                run(task),
                task.getId(),
                orEmpty(task.getTaskDefinitionKey()),
                orEmpty(task.getName()),
                person,
                requester(task),
                decision,
                reason);
    }

    void record(TaskEntity task, Wish decision) {
        records.decided(describe(task, orEmpty(signedIn()), decision.verb(), decision.text()));
    }

    private void refuse(TaskEntity task, String person, Wish wish, String sentence) {
        String why = wish.text().isBlank() ? sentence : sentence + " Given: " + wish.text();
        records.refused(describe(task, person, wish.verb(), why));
        throw new DecisionRefusedException(sentence);
    }

    static @Nullable String signedIn() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }

    private String requester(TaskEntity task) {
        if (task.getExecution() == null) {
            return "";
        }
        return records.requester(task.getExecution().getRootProcessInstanceId());
    }

    private static String run(TaskEntity task) {
        if (task.getExecution() == null) {
            return "";
        }
        return orEmpty(task.getExecution().getProcessInstance().getBusinessKey());
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        return task.getIdentityLinks().stream()
                .filter(link -> "candidate".equals(link.getType()))
                .filter(link -> link.getGroupId() != null)
                .map(IdentityLinkEntity::getGroupId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> groupsOf(String person) {
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() ->
                context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(person).list().stream()
                        .map(Group::getId)
                        .toList());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
