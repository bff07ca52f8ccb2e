package dev.baton.web.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of writes that carry an {@code Idempotency-Key}.
 *
 * @param unansweredAfter how long a write may be under way before nobody waits for its answer any more
 * @param keptFor how long a key and its answer are remembered
 */
@ConfigurationProperties("baton.web.repeat")
record RepeatSettings(
        @DefaultValue("5m") Duration unansweredAfter,
        @DefaultValue("7d") Duration keptFor) {}
