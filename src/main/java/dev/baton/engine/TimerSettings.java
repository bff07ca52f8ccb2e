package dev.baton.engine;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the timers of procedures are due.
 *
 * @param timeZone the zone that "02:00" in a procedure means, whatever the machine's own is
 */
@ConfigurationProperties("baton.engine")
record TimerSettings(@DefaultValue("UTC") ZoneId timeZone) {}
