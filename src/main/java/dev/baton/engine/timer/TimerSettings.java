package dev.baton.engine.timer;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the timers of procedures are due.
 *
 * @param timeZone the zone that "02:00" in a procedure means, whatever the machine's own is
 * @param missedAfter how late a start by a timer may be without counting as missed
 */
@ConfigurationProperties("baton.engine")
public record TimerSettings(
        @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("10m") Duration missedAfter) {}
