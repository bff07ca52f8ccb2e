package dev.baton.identity.http;

import dev.baton.identity.ActAs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries the person of the session into the engine, for our own pages and for Camunda's, with the groups of this moment:
 * who leaves a group loses its rights with the next request, and who is in none is not signed in.
 */
final class SignedInPerson extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final ActAs actAs;

    SignedInPerson(ProcessEngine engine, ActAs actAs) {
        this.engine = engine;
        this.actAs = actAs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || session instanceof AnonymousAuthenticationToken || !session.isAuthenticated()) {
            chain.doFilter(request, response);
            return;
        }
        String name = session.getName();
        List<String> groups = actAs.groups(name);
        if (groups.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.getContext().setAuthentication(refreshed(session, groups));
        if (CamundaRequests.isCamunda(request)) {
            signInToCamunda(request, name, groups);
            chain.doFilter(request, response);
        } else {
            serve(request, response, chain, name, groups);
        }
    }

    private void serve(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String name,
            List<String> groups)
            throws ServletException, IOException {
        IdentityService identities = engine.getIdentityService();
        identities.setAuthentication(name, groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Camunda's own filters read this attribute of the session; its login, which would set it too, is closed. */
    private void signInToCamunda(HttpServletRequest request, String name, List<String> groups) {
        Authentications present = AuthenticationUtil.getAuthsFromSession(request.getSession());
        UserAuthentication known = (UserAuthentication) present.getAuthenticationForProcessEngine(engine.getName());
        if (!isCurrent(known, name, groups)) {
            present.addOrReplace(AuthenticationUtil.createAuthentication(engine, name, groups, List.of()));
        }
    }

    private static boolean isCurrent(@Nullable UserAuthentication known, String name, List<String> groups) {
        return known != null && known.getIdentityId().equals(name) && groups.equals(known.getGroupIds());
    }

    private static Authentication refreshed(Authentication session, List<String> groups) {
        UsernamePasswordAuthenticationToken now = UsernamePasswordAuthenticationToken.authenticated(
                session.getName(), null, EngineUsers.authorities(groups));
        now.setDetails(session.getDetails());
        return now;
    }
}
