package dev.baton.device;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient Baton is with devices, and where it finds what it needs to speak to them.
 *
 * @param connectTimeout how long a TCP connection may take
 * @param transportTimeout how long banner, key exchange and host key check may take
 * @param authTimeout how long a login may take, and a CLI to show its first prompt
 * @param firstByteTimeout how long the CLI of a device may take to show the first of its answer
 * @param idleTimeout how long it may say nothing in the middle of an answer
 * @param keepAlive how often an idle SSH connection is probed; three lost answers end it
 * @param idleLinks how long a connection waits for the next step of its run; zero ends it with its step
 * @param snmpTimeout how long one SNMP request waits for its answer
 * @param snmpRetries how often an SNMP request is repeated
 * @param platformsPath a folder with more platforms, which win over the built-in ones of the same name
 * @param scrubKey where an administrator keeps the key that hashes secrets in configurations, {@code env:NAME} or {@code
 *     file:PATH}; null for the key file
 * @param scrubKeyFile the key that hashes secrets in configurations; made at first use; nodes that share a database need the same one
 */
@ConfigurationProperties("baton.device")
public record DeviceSettings(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration transportTimeout,
        @DefaultValue("20s") Duration authTimeout,
        @DefaultValue("30s") Duration firstByteTimeout,
        @DefaultValue("5m") Duration idleTimeout,
        @DefaultValue("10s") Duration keepAlive,
        @DefaultValue("20s") Duration idleLinks,
        @DefaultValue("2s") Duration snmpTimeout,
        @DefaultValue("2") int snmpRetries,
        @Nullable Path platformsPath,
        @Nullable String scrubKey,
        @DefaultValue("data/scrub.key") Path scrubKeyFile) {}
