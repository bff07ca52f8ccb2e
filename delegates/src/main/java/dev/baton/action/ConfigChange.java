package dev.baton.action;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a platform's running configuration is changed, and which way back it offers. In its lines <code>{session}</code> stands
 * for a name, <code>{minutes}</code> and <code>{mm}</code> for the time after which the device takes a change back by itself.
 *
 * @param candidate whether lines take effect by {@code commit} only; otherwise each does at once
 * @param requires is found in a running configuration that can be changed with a way back; null when nothing is needed
 * @param begin enters configuration mode
 * @param diff shows in configuration mode what {@code commit} would change; null where the platform cannot tell
 * @param abandon leaves configuration mode in the middle of a change
 * @param commit ends a change, and lets candidates take effect
 * @param confirm lets a committed change stay; empty where the device takes nothing back by itself
 * @param undo takes a change back that was not confirmed; empty where only other lines can
 * @param saved shows what the device would start with; null where nobody can tell
 */
public record ConfigChange(
        boolean candidate,
        @Nullable Pattern requires,
        List<String> begin,
        @Nullable String diff,
        List<String> abandon,
        List<String> commit,
        List<String> confirm,
        List<String> undo,
        @Nullable String saved) {

    public ConfigChange {
        begin = List.copyOf(begin);
        abandon = List.copyOf(abandon);
        commit = List.copyOf(commit);
        confirm = List.copyOf(confirm);
        undo = List.copyOf(undo);
    }

    /** Whether the device takes a change back by itself when nobody confirms it. */
    public boolean timed() {
        return !confirm.isEmpty();
    }
}
