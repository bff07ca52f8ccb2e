package dev.baton.identity.http;

import dev.baton.engine.Role;
import dev.baton.identity.ActAs;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which request needs what. Everything that is not named here needs a person who is signed in, and writing needs a role. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] ACTORS = Arrays.stream(Role.values())
            .filter(role -> role != Role.AUDITORS)
            .map(Role::group)
            .toArray(String[]::new);

    private final EngineUsers users;
    private final TokenSignIn tokens;
    private final ProcessEngine engine;
    private final ActAs actAs;

    WebSecurity(EngineUsers users, TokenSignIn tokens, ProcessEngine engine, ActAs actAs) {
        this.users = users;
        this.tokens = tokens;
        this.engine = engine;
        this.actAs = actAs;
    }

    /** The management port: liveness for whoever watches the process, the rest for people. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authenticationProvider(users)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/liveness")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Scripts: a token, or name and password, with each request; no session, so there is nothing that another site could ride on. */
    @Bean
    @Order(2)
    SecurityFilterChain scripts(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        RequestMatcher scripted = request -> api.matches(request) && request.getHeader("Authorization") != null;
        return http.securityMatcher(scripted)
                .authenticationProvider(users)
                .authorizeHttpRequests(WebSecurity::routes)
                .httpBasic(Customizer.withDefaults())
                .oauth2ResourceServer(bearer -> bearer.opaqueToken(opaque -> opaque.introspector(tokens)))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new SignedInPerson(engine, actAs), AuthorizationFilter.class)
                .build();
    }

    /** People: one session for the console, the API that its pages use, and Camunda's applications. */
    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return http.authenticationProvider(users)
                .authorizeHttpRequests(WebSecurity::routes)
                .formLogin(login -> login.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                paths.matcher(HttpMethod.POST, "/logout"),
                                paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout")))
                        .logoutSuccessHandler(WebSecurity::signedOut)
                        .deleteCookies("JSESSIONID"))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .headers(headers -> headers.referrerPolicy(
                                policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter((request, response) -> {
                            if (!CamundaRequests.isCamunda(request)) {
                                response.setHeader("Content-Security-Policy", policy(request));
                            }
                        }))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .addFilterBefore(new SignedInPerson(engine, actAs), AuthorizationFilter.class)
                .build();
    }

    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/login", "/css/**", "/img/**", "/favicon.ico")
                .permitAll()
                .requestMatchers("/engine-rest/**", "/h2-console/**")
                .denyAll()
                .requestMatchers("/camunda", "/camunda/**")
                .access(new CamundaRequests())
                .requestMatchers(HttpMethod.POST, "/logout")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/tokens", "/tokens/*/revoke")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/api/v1/procedures/check")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/api/v1/procedures", "/procedures/**")
                .hasAnyRole(Role.PROCEDURE_OWNERS.group(), Role.ADMINISTRATORS.group())
                .requestMatchers(HttpMethod.POST, "/api/v1/inventory/reload")
                .hasAnyRole(Role.OPERATORS.group(), Role.ADMINISTRATORS.group())
                .requestMatchers(HttpMethod.POST, "/api/v1/quarantine/**", "/quarantine/**")
                .hasRole(Role.ADMINISTRATORS.group())
                .requestMatchers(HttpMethod.POST, "/api/v1/runs/**", "/runs/**")
                .hasAnyRole(Role.OPERATORS.group(), Role.ADMINISTRATORS.group())
                .requestMatchers(HttpMethod.GET, "/**")
                .authenticated()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .authenticated()
                .anyRequest()
                .hasAnyRole(ACTORS);
    }

    /** Camunda's applications sign out by a call, our pages by a form. */
    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        if (CamundaRequests.isCamunda(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    private static String policy(HttpServletRequest request) {
        // The page that shows the OpenAPI description writes its style into its elements.
        boolean openApi = request.getRequestURI().startsWith("/swagger-ui");
        return openApi ? POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") : POLICY;
    }
}
