package dev.baton.delegates.ports;

import dev.baton.action.Problem;
import dev.baton.delegates.ports.past.PortMemory;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortTable;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Tells what ports should be, from their descriptions, their names and what was seen before. */
final class Intent {

    /** Ports without a link get their last change while the device starts. */
    private static final long STARTED_TICKS = Duration.ofMinutes(30).toMillis() / 10;

    private final Pattern mustBeUp;
    private final Pattern spare;
    private final Pattern ignore;
    private final Duration memory;

    Intent(CheckPortsInputs inputs) {
        mustBeUp = pattern("mustBeUp", inputs.mustBeUp());
        spare = pattern("spare", inputs.spare());
        ignore = pattern("ignore", inputs.ignore());
        memory = inputs.memory();
    }

    boolean ignores(Port port) {
        return ignore.matcher(port.name()).find();
    }

    Wanted of(Port port, @Nullable PortMemory before, PortTable table) {
        if (spare.matcher(port.alias()).find()) {
            return Wanted.NONE;
        }
        if (mustBeUp.matcher(port.alias()).find()) {
            return Wanted.UP;
        }
        if (!port.alias().isEmpty()) {
            return Wanted.USED;
        }
        return recentlyUp(before, table) || wentDownLately(port, table) ? Wanted.LEARNED : Wanted.NONE;
    }

    /** Whether an earlier look has seen the link, not too long ago. */
    boolean recentlyUp(@Nullable PortMemory before, PortTable table) {
        return before != null
                && before.lastUp() > 0
                && table.readAt().getEpochSecond() - before.lastUp() <= memory.toSeconds();
    }

    private boolean wentDownLately(Port port, PortTable table) {
        long ago = table.secondsSinceChange(port);
        return ago >= 0 && ago <= memory.toSeconds() && port.lastChange() > STARTED_TICKS;
    }

    private static Pattern pattern(String input, @Nullable String text) {
        try {
            return text == null ? Pattern.compile("(?!)") : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw Problem.BAD_INPUT.because(
                    "the input " + input + " takes a regular expression: " + e.getDescription() + " in " + text);
        }
    }
}
