package dev.baton.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in.
 *
 * @param users file of local users; without it the lab's first start creates one per group
 * @param firstPasswords where the passwords of those are kept for the person who installed Baton
 */
@ConfigurationProperties("baton.identity")
public record IdentitySettings(
        @Nullable Path users,
        @DefaultValue("data/first-passwords.txt") Path firstPasswords) {}
