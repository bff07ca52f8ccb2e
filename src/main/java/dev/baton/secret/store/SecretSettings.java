package dev.baton.secret.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are kept.
 *
 * @param keyFile one key of 32 bytes in hexadecimal on each line: the first one encrypts, all of them decrypt; made when the first
 *     secret is kept; nodes that share a database need the same one
 */
@ConfigurationProperties("baton.secret")
public record SecretSettings(
        @DefaultValue("data/secret.key") Path keyFile) {}
