package dev.baton.device.snmp.mib;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where MIBs come from.
 *
 * @param path a folder with more files, which win over the built-in names
 */
@ConfigurationProperties("baton.device.mibs")
public record MibSettings(@Nullable Path path) {}
