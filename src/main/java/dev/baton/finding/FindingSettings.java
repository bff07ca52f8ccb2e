package dev.baton.finding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of findings.
 *
 * @param reopenWithin how long after its resolution the same finding is opened again instead of a new one
 */
@ConfigurationProperties("baton.finding")
record FindingSettings(@DefaultValue("7d") Duration reopenWithin) {}
