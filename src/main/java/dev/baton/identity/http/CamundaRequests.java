package dev.baton.identity.http;

import dev.baton.engine.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What of Camunda's web applications is open to people who are signed in: everything that only reads, and the few calls by
 * which Tasklist, Cockpit and Admin act. What is not in the list is denied, above all the setup of a first administrator,
 * Camunda's own login, deployments, history deletion, modification and every change of a variable.
 */
final class CamundaRequests implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern PAGES =
            Pattern.compile("/camunda/(app|assets|lib|api/(cockpit|tasklist|admin|welcome|engine))?(/.*)?");

    private static final Pattern CLOSED =
            Pattern.compile("/camunda/(api/admin/setup|app/admin/[^/]+/setup|api/admin/auth/user/[^/]+/login)(/.*)?");

    /** Queries are sent as POST because they are long. */
    private static final List<Pattern> QUERIES = List.of(
            engine("/(task|process-instance|process-definition|execution|variable-instance|incident|job|job-definition"
                    + "|external-task|decision-definition|deployment|filter|batch)(/count)?"),
            engine("/history/(process-instance|activity-instance|task|variable-instance|detail|incident|job-log"
                    + "|external-task-log|decision-instance)(/count)?"),
            engine("/filter/[^/]+/(list|singleResult|count)"),
            Pattern.compile("/camunda/api/cockpit/plugin/.+/(count|query|statistics|called-process-instances"
                    + "|process-instance|process-definition|incident)(/.*)?"));

    /** Without the call that starts a run wherever it is told to: Tasklist starts runs with their form. */
    private static final List<Pattern> ACTS = List.of(
            engine("/task/[^/]+/(claim|unclaim|assignee|complete|submit-form|resolve|delegate|comment/create)"),
            engine("/task/[^/]+/identity-links(/delete)?"),
            engine("/process-definition/(key/)?[^/]+/submit-form"));

    private static final List<Pattern> CHANGES = List.of(engine("/task/[^/]+"));

    /** Without the one user that keeps the setup of a first administrator closed. */
    private static final List<Pattern> ADMINISTRATION = List.of(
            engine("/job/[^/]+/(retries|execute)"),
            engine("/user/create"),
            engine("/user/(?!nobody(/|$))[^/]+(/profile|/credentials|/unlock)?"),
            engine("/group/(?!camunda-admin/)[^/]+/members/[^/]+"),
            engine("/identity/verify"));

    static boolean isCamunda(HttpServletRequest request) {
        return path(request).startsWith("/camunda");
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isSignedIn(person.get()) && isOpen(person.get(), request));
    }

    private static boolean isOpen(Authentication person, HttpServletRequest request) {
        String path = path(request);
        if (!PAGES.matcher(path).matches() || CLOSED.matcher(path).matches()) {
            return false;
        }
        if (READING.contains(request.getMethod()) || request.getMethod().equals("POST") && matches(QUERIES, path)) {
            return true;
        }
        return switch (request.getMethod()) {
            case "POST" ->
                mayAct(person) && matches(ACTS, path) || isAdministrator(person) && matches(ADMINISTRATION, path);
            case "PUT" ->
                mayAct(person) && matches(CHANGES, path) || isAdministrator(person) && matches(ADMINISTRATION, path);
            case "DELETE" -> isAdministrator(person) && matches(ADMINISTRATION, path);
            default -> false;
        };
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static boolean isSignedIn(Authentication person) {
        return person != null
                && person.isAuthenticated()
                && !person.getAuthorities().isEmpty()
                && !has(person, "ROLE_ANONYMOUS");
    }

    /** An auditor who is nothing else changes nothing, wherever it would be possible. */
    private static boolean mayAct(Authentication person) {
        return List.of(Role.OPERATORS, Role.CHANGE_APPROVERS, Role.PROCEDURE_OWNERS, Role.ADMINISTRATORS).stream()
                .anyMatch(role -> has(person, "ROLE_" + role.group()));
    }

    private static boolean isAdministrator(Authentication person) {
        return has(person, "ROLE_" + Role.ADMINISTRATORS.group());
    }

    private static boolean has(Authentication person, String authority) {
        return person.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }

    /** The path after decoding, as the servlets see it. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private static Pattern engine(String path) {
        return Pattern.compile(Pattern.quote(ENGINE) + path);
    }
}
