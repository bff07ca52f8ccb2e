package dev.baton.procedure.deploy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where procedures come from beside those that are shipped.
 *
 * @param path a folder that holds {@code processes/} and {@code forms/}; null for none
 * @param poll how often the folder is looked at
 */
@ConfigurationProperties("baton.procedures")
record ProcedureSettings(
        @Nullable Path path, @DefaultValue("2s") Duration poll) {}
