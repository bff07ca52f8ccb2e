package dev.baton.device.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files for devices come from, and where those from devices go.
 *
 * @param filesPath the only folder whose files may be sent to devices; the same on all nodes
 * @param fileSizeLimit the largest of them
 * @param downloadsPath where fetched files are kept, a folder per run
 * @param signingPath where requests for certificates wait to be signed; the same on all nodes
 */
@ConfigurationProperties("baton.device")
record FileSettings(
        @Nullable Path filesPath,
        @DefaultValue("64MB") DataSize fileSizeLimit,
        @DefaultValue("data/downloads") Path downloadsPath,
        @Nullable Path signingPath) {}
