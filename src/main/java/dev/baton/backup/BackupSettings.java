package dev.baton.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of configuration backups.
 *
 * @param repository folder of the Git repository that mirrors the revisions; shared when several nodes run
 * @param mirrorInterval how often the mirror catches up by itself, beside after every new revision
 * @param fullFetchEvery after which time a configuration is fetched again although its device says that nothing changed
 * @param staleAfter how old the last good backup of a device may be
 */
@ConfigurationProperties("baton.backup")
public record BackupSettings(
        @DefaultValue("data/config-backups") Path repository,
        @DefaultValue("1m") Duration mirrorInterval,
        @DefaultValue("7d") Duration fullFetchEvery,
        @DefaultValue("36h") Duration staleAfter) {}
