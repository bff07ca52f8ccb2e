package dev.baton.delegates.release;

import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Input;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.regex.Pattern;

/** What {@link ActivateRelease} makes the current release, and what {@link RollBackRelease} goes back from. */
record ActivateReleaseInputs(
        @Input(label = "Folder", description = "The folder of the application on the host, e.g. /srv/shop.") @NotBlank
        String folder,

        @Input(label = "Release", description = "Its name, e.g. 2.4.1.") @NotBlank
        String release,

        @Input(
                label = "Activation",
                description = "What makes the host run it: a systemd unit that is restarted, e.g. shop.service, or a"
                        + " script of the release, e.g. bin/activate.")
        @NotBlank
        String activation,

        @Input(label = "Become root", description = "Restart or run it by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long the restart or the script may take.", value = "PT5M")
        Duration timeout) {

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_@.:-]+\\.service");
    private static final Pattern SCRIPT =
            Pattern.compile("(?:(?!\\.{1,2}(?:/|$))[A-Za-z0-9_.-]+/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");

    ReleaseFolder place() {
        return new ReleaseFolder(folder);
    }

    Command start(Device device) {
        Privilege privilege = Privilege.of(device, become);
        if (UNIT.matcher(activation).matches()) {
            return Command.exec(privilege.line("systemctl", "restart", activation))
                    .changing()
                    .within(timeout);
        }
        if (SCRIPT.matcher(activation).matches()) {
            return Command.exec(privilege.line(folder + "/current/" + activation))
                    .changing()
                    .within(timeout);
        }
        throw Problem.BAD_INPUT.because("a release is activated by a unit such as shop.service or by a script of its"
                + " own such as bin/activate, not by \"" + activation + "\"");
    }
}
