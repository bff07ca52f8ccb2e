package dev.baton.identity;

import dev.baton.engine.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The list of tasks that each group finds in Tasklist when it signs in. */
@Component
final class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    void ensure(Role role) {
        if (role == Role.AUDITORS || role == Role.ADMINISTRATORS) {
            return;
        }
        String name = "Tasks of " + role.group();
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        TaskQuery query = tasks.createTaskQuery()
                .taskCandidateGroup(role.group())
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
        filter.setQuery(query);
        filter.setProperties(properties(role));
        filters.saveFilter(filter);
        allowReading(role, filter.getId());
    }

    private void allowReading(Role role, String filter) {
        boolean allowed = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(role.group())
                        .resourceType(Resources.FILTER)
                        .resourceId(filter)
                        .count()
                > 0;
        if (!allowed) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(role.group());
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filter);
            authorization.addPermission(Permissions.READ);
            authorizations.saveAuthorization(authorization);
        }
    }

    private static Map<String, Object> properties(Role role) {
        return Map.of(
                "description",
                "What waits for " + role.title().toLowerCase(Locale.ROOT),
                "priority",
                role.ordinal(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        variable("run", "Run"),
                        variable("requester", "Requester"),
                        variable("query", "Devices"),
                        variable("patchRisk", "Risk"),
                        variable("reason", "Reason")));
    }

    private static Map<String, String> variable(String name, String label) {
        return Map.of("name", name, "label", label);
    }
}
