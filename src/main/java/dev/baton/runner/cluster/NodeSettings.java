package dev.baton.runner.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a node begins nothing.
 *
 * @param clockSkew how far its clock may be from the database's
 * @param quarantine whether it puts the installation into quarantine when it starts, as after a restore
 * @param seenFile where it remembers how far it has seen the database come, to notice that it was set back
 * @param lock how long a node may say nothing before others take its steps
 */
@ConfigurationProperties("baton.runner")
record NodeSettings(
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("false") boolean quarantine,
        @DefaultValue("data/database-seen.properties") Path seenFile,
        @DefaultValue("30s") Duration lock) {}
