package dev.baton.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import dev.baton.engine.Role;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine; what is not here is denied. Nobody may delete history, deploy, change variables or
 * move a token; what passes the checks of procedures is deployed by the platform itself.
 */
@Component
final class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(Role role) {
        for (Grant grant : grants(role)) {
            ensure(role, grant);
        }
    }

    /** Sets the permissions to exactly these, so that a right taken away here is gone at the next start. */
    private void ensure(Role role, Grant grant) {
        Authorization present = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(role.group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        Authorization authorization =
                present != null ? present : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(role.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private static List<Grant> grants(Role role) {
        List<Grant> grants = new ArrayList<>();
        grants.add(all(Resources.USER, READ));
        grants.add(all(Resources.GROUP, READ));
        grants.add(all(
                Resources.DECISION_DEFINITION, READ, org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY));
        grants.add(all(Resources.DECISION_REQUIREMENTS_DEFINITION, READ));
        switch (role) {
            case OPERATORS -> {
                grants.add(app("tasklist"));
                grants.add(app("cockpit"));
                grants.add(all(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY, CREATE_INSTANCE));
                grants.add(all(Resources.PROCESS_INSTANCE, CREATE));
            }
            case CHANGE_APPROVERS -> {
                grants.add(app("tasklist"));
                grants.add(all(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY));
            }
            case PROCEDURE_OWNERS -> {
                grants.add(app("tasklist"));
                grants.add(all(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY));
                grants.add(all(Resources.DEPLOYMENT, READ));
            }
            case AUDITORS -> {
                grants.add(app("cockpit"));
                grants.add(app("tasklist"));
                grants.add(all(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_TASK, READ_HISTORY));
                grants.add(all(Resources.DEPLOYMENT, READ));
                grants.add(all(Resources.AUTHORIZATION, READ));
                grants.add(all(Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
            }
            case ADMINISTRATORS -> {
                grants.add(app("tasklist"));
                grants.add(app("cockpit"));
                grants.add(app("admin"));
                grants.add(all(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_TASK, READ_HISTORY, RETRY_JOB));
                grants.add(all(Resources.DEPLOYMENT, READ));
                grants.add(all(Resources.USER, READ, CREATE, UPDATE, DELETE));
                grants.add(all(Resources.GROUP, READ, CREATE, UPDATE));
                grants.add(all(Resources.GROUP_MEMBERSHIP, CREATE, DELETE));
                grants.add(all(Resources.AUTHORIZATION, READ));
                grants.add(all(Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
                grants.add(all(Resources.SYSTEM, SystemPermissions.READ));
            }
        }
        return grants;
    }

    private static Grant app(String name) {
        return new Grant(Resources.APPLICATION, name, ACCESS);
    }

    private static Grant all(Resource resource, Permission... permissions) {
        return new Grant(resource, Authorization.ANY, permissions);
    }

    private record Grant(Resource resource, String id, Permission... permissions) {}
}
