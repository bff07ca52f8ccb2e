package dev.baton.delegates.patch.after;

import dev.baton.action.Input;
import dev.baton.action.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@link RestartServices} leaves alone. */
record RestartServicesInputs(
        @Input(
                label = "Left alone",
                description =
                        "Units that are not restarted, one per line or with blanks between; an asterisk at the end"
                                + " stands for the rest of a name.",
                value =
                        "dbus.service systemd-logind.service systemd-manager display-manager.service getty@* user@* session-*"
                                + " docker.service containerd.service")
        List<String> leave,

        @Input(
                label = "Become root",
                description = "Ask and restart as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {

    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9:_.@-]+\\*?");

    /** A regular expression for grep that fits the whole name of a unit that is left alone. */
    String pattern() {
        return leave.stream()
                .flatMap(BLANKS::splitAsStream)
                .filter(unit -> !unit.isEmpty())
                .map(RestartServicesInputs::expression)
                .collect(Collectors.joining("|"));
    }

    private static String expression(String unit) {
        if (!UNIT.matcher(unit).matches()) {
            throw Problem.BAD_INPUT.because("the input leave takes names of units, not \"" + unit + "\"");
        }
        return unit.replace(".", "[.]").replace("*", ".*");
    }
}
