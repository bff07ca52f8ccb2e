package dev.baton.identity.http;

import dev.baton.identity.AccessTokens;
import dev.baton.identity.ActAs;
import java.util.Map;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Signs a script in as the person who made its token, with the groups of this moment. */
@Component
final class TokenSignIn implements OpaqueTokenIntrospector {

    private final AccessTokens tokens;
    private final ActAs actAs;

    TokenSignIn(AccessTokens tokens, ActAs actAs) {
        this.tokens = tokens;
        this.actAs = actAs;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        String person = tokens.person(token)
                .orElseThrow(() -> new BadOpaqueTokenException("The token is unknown, expired or revoked."));
        return new DefaultOAuth2AuthenticatedPrincipal(
                person, Map.of("sub", person), EngineUsers.authorities(actAs.groups(person)));
    }
}
