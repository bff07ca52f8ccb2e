package dev.baton.action;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a platform's running configuration is changed, and which way back it offers. In its lines <code>{session}</code> stands
 * for a name, <code>{minutes}</code> and <code>{mm}</code> for the time after which the device takes a change back by itself.
 *
 * @param candidate whether lines take effect by {@code COMMIT} only; otherwise each does at once
 * @param held whether the session that made a change has to stay open until it confirms it
 * @param requires is found in a running configuration that can be changed this way; null when nothing is needed
 * @param lines what is typed for each step; a step without lines is not taken
 * @param otherwise the way for a device whose running configuration lacks what is required; null where there is none
 */
public record ConfigChange(
        ConfigStyle style,
        boolean candidate,
        boolean held,
        @Nullable Pattern requires,
        Map<Step, List<String>> lines,
        @Nullable ConfigChange otherwise) {

    public ConfigChange {
        lines = Map.copyOf(lines);
    }

    /** What is typed for a step; empty when the platform has no such step. */
    public List<String> lines(Step step) {
        return lines.getOrDefault(step, List.of());
    }

    /** Whether the device takes a change back by itself when nobody confirms it. */
    public boolean timed() {
        return !lines(Step.CONFIRM).isEmpty();
    }

    /** A step of a change. */
    public enum Step {
        /** Shows what runs, in the style of the lines; the platform's own dump when missing. */
        RUNNING,
        /** Takes away what an earlier change of the same lines may have left, and then what {@link #ARM} made. */
        DISARM,
        /** Prepares the way back before configuration mode is entered. */
        ARM,
        /** Enters configuration mode. */
        BEGIN,
        /** Shows in configuration mode what {@link #COMMIT} would change. */
        DIFF,
        /** Leaves configuration mode in the middle of a change. */
        ABANDON,
        /** Ends a change, and lets candidates take effect. */
        COMMIT,
        /** Lets a committed change stay; missing where the device takes nothing back by itself. */
        CONFIRM,
        /** Takes back a change that was not confirmed; missing where only other lines or time can. */
        UNDO,
        /** Makes the device start with what runs; the platform's own operation when missing. */
        SAVE,
        /** Shows what the device would start with. */
        SAVED
    }
}
