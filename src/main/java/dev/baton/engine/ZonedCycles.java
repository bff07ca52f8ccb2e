package dev.baton.engine;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** Reads the cycles of timers in a zone of its own; the engine's calendar takes that of the machine. */
final class ZonedCycles extends CycleBusinessCalendar {

    /** How a repeated duration begins, e.g. {@code R3/PT1M}: it knows no time of day. */
    private static final String REPEATED_DURATION = "R";

    private final ZoneId zone;

    ZonedCycles(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date after, long repeatOffset) {
        if (cycle.startsWith(REPEATED_DURATION)) {
            return super.resolveDuedate(cycle, after, repeatOffset);
        }
        Date start = after == null ? ClockUtil.getCurrentTime() : after;
        ZonedDateTime due = parsed(cycle).next(start.toInstant().atZone(zone));
        if (due == null) {
            throw new ProcessEngineException("the timer cycle " + cycle + " is never due");
        }
        return Date.from(due.toInstant());
    }

    private static CronExpression parsed(String cycle) {
        try {
            return CronExpression.parse(cycle);
        } catch (IllegalArgumentException unreadable) {
            throw new ProcessEngineException(
                    "the timer cycle " + cycle + " is no cron expression: " + unreadable.getMessage(), unreadable);
        }
    }
}
