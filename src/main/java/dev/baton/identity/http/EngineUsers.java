package dev.baton.identity.http;

import dev.baton.identity.ActAs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks names and passwords against the engine's users. */
@Component
final class EngineUsers implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(EngineUsers.class);

    /** Checked for names that do not exist, so that the time of an answer does not tell which names do. */
    private static final String NOBODY = BCrypt.hashpw("nobody", BCrypt.gensalt());

    private final IdentityService identities;
    private final ActAs actAs;
    private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());

    EngineUsers(IdentityService identities, ActAs actAs) {
        this.identities = identities;
        this.actAs = actAs;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            throw new LockedException("Too many failed sign-ins; try again in " + (wait.toSeconds() + 1) + " seconds.");
        }
        if (!matches(name, password)) {
            throttle.failed(name, address);
            log.warn("A sign-in from {} failed", address);
            throw new BadCredentialsException("Name or password is wrong.");
        }
        throttle.succeeded(name, address);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(name, null, authorities(actAs.groups(name)));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    static List<GrantedAuthority> authorities(List<String> groups) {
        return groups.stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
    }

    private boolean matches(String name, String password) {
        // A database may compare names without case; the engine's authorizations do not.
        boolean known = actAs
                .platform(() -> identities.createUserQuery().userId(name).list())
                .stream()
                .anyMatch(user -> user.getId().equals(name));
        if (!known) {
            BCrypt.checkpw(password.substring(0, Math.min(password.length(), 20)), NOBODY);
            return false;
        }
        return actAs.platform(() -> identities.checkPassword(name, password));
    }
}
