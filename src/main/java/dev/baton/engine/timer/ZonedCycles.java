package dev.baton.engine.timer;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Reads the cycles of timers in a zone of its own; the engine's calendar takes that of the machine. */
public final class ZonedCycles extends CycleBusinessCalendar {

    /** How a repeated duration begins, e.g. {@code R3/PT1M}: it knows no time of day. */
    private static final String REPEATED_DURATION = "R";

    /** How a cycle of another zone begins, e.g. {@code CRON_TZ=Europe/Amsterdam 0 0 2 * * ?}. */
    private static final Pattern OWN_ZONE = Pattern.compile("CRON_TZ=(\\S+)\\s+(.*)");

    /** Second, minute, and hours that are named. */
    private static final Pattern AT_FIXED_HOURS = Pattern.compile("\\S+ \\S+ [0-9,]+ .*");

    private final ZoneId zone;

    public ZonedCycles(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date after, long repeatOffset) {
        if (isDuration(cycle)) {
            return super.resolveDuedate(cycle, after, repeatOffset);
        }
        Date start = after == null ? ClockUtil.getCurrentTime() : after;
        ZonedDateTime due = next(parsed(cycle), start.toInstant().atZone(zone(cycle)));
        if (due == null) {
            throw new ProcessEngineException("the timer cycle " + cycle + " is never due");
        }
        return Date.from(due.toInstant());
    }

    /**
     * A time of day is due once a day: where the clock is put forward over it, at the time that the clock shows then; where it
     * is put back over it, the first time. Whatever is due every few minutes or hours goes on as time does.
     */
    private static @Nullable ZonedDateTime next(CronExpression cycle, ZonedDateTime after) {
        if (!AT_FIXED_HOURS.matcher(cycle.toString()).matches()) {
            return cycle.next(after);
        }
        LocalDateTime local = after.toLocalDateTime();
        ZonedDateTime due;
        do {
            local = cycle.next(local);
            if (local == null) {
                return null;
            }
            due = local.atZone(after.getZone());
        } while (!due.isAfter(after));
        return due;
    }

    static boolean isDuration(String cycle) {
        return cycle.startsWith(REPEATED_DURATION);
    }

    /** The zone of a cycle, its own or else the one that all have. */
    public ZoneId zone(String cycle) {
        Matcher own = OWN_ZONE.matcher(cycle);
        try {
            return own.matches() ? ZoneId.of(own.group(1)) : zone;
        } catch (DateTimeException unknown) {
            throw new ProcessEngineException(
                    "the timer cycle " + cycle + " names no time zone: " + unknown.getMessage(), unknown);
        }
    }

    private static CronExpression parsed(String cycle) {
        Matcher own = OWN_ZONE.matcher(cycle);
        try {
            return CronExpression.parse(own.matches() ? own.group(2) : cycle);
        } catch (IllegalArgumentException unreadable) {
            throw new ProcessEngineException(
                    "the timer cycle " + cycle + " is no cron expression: " + unreadable.getMessage(), unreadable);
        }
    }
}
