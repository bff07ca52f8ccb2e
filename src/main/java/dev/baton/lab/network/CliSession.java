package dev.baton.lab.network;

import dev.baton.lab.machine.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session at the CLI of a device: its mode, its section and its page length. */
final class CliSession {

    private static final String MORE = " --More-- ";

    private final NetworkDevice device;
    private final Terminal terminal;
    private final WayBack wayBack;
    private Mode mode = Mode.PRIVILEGED;
    private @Nullable String section;
    private int pageLength;
    private boolean error;

    CliSession(NetworkDevice device, Terminal terminal) {
        this.device = device;
        this.terminal = terminal;
        this.wayBack = new WayBack(device);
        this.pageLength = terminal.height();
    }

    void withoutPaging() {
        pageLength = 0;
    }

    boolean hadError() {
        return error;
    }

    void talk() throws IOException {
        String line = terminal.readLine(prompt());
        while (line != null) {
            execute(line);
            if (mode == Mode.LEFT) {
                return;
            }
            line = terminal.readLine(prompt());
        }
    }

    void execute(String typed) throws IOException {
        String line = typed.strip();
        if (line.isEmpty() || line.startsWith("!")) {
            return;
        }
        if (mode == Mode.CONFIGURE) {
            configure(line);
        } else {
            command(line);
        }
    }

    private void command(String typed) throws IOException {
        String[] parts = typed.split("\\|", 2);
        String line = parts[0].strip();
        String filter = parts.length > 1 ? parts[1].strip() : "";
        if (Words.match(line, "exit") || Words.match(line, "logout") || Words.match(line, "quit")) {
            mode = Mode.LEFT;
        } else if (Words.match(line, "enable")) {
            mode = Mode.PRIVILEGED;
        } else if (Words.match(line, "disable")) {
            mode = Mode.USER;
        } else if (Words.match(line, "terminal length") || Words.match(line, "terminal width")) {
            say(device.profile().incomplete(), typed);
        } else if (Words.number(line, "terminal length").isPresent()) {
            pageLength = Words.number(line, "terminal length").getAsInt();
        } else if (Words.number(line, "terminal width").isEmpty()) {
            privileged(typed, line, filter);
        }
    }

    private void privileged(String typed, String line, String filter) throws IOException {
        if (mode == Mode.PRIVILEGED) {
            WayBack.Outcome outcome = wayBack.command(line);
            if (outcome == WayBack.Outcome.REFUSED) {
                refuse(typed);
            }
            mode = outcome == WayBack.Outcome.CONFIGURES ? Mode.CONFIGURE : mode;
            if (outcome != WayBack.Outcome.NOT_MINE) {
                return;
            }
            if (Words.match(line, "configure terminal") || Words.match(line, "configure")) {
                terminal.print(device.profile().configure());
                mode = Mode.CONFIGURE;
                return;
            }
            if (Words.match(line, "write memory")
                    || Words.match(line, "write")
                    || Words.match(line, "copy running-config startup-config")) {
                device.save();
                terminal.print(device.profile().saved());
                return;
            }
            if (Words.match(line, "reload")) {
                reload();
                return;
            }
        }
        Optional<String> shown = shown(line);
        if (shown.isEmpty()) {
            refuse(typed);
            return;
        }
        page(filtered(shown.get(), filter), filter.equals("no-more"));
    }

    private Optional<String> shown(String line) {
        if (mode == Mode.PRIVILEGED && Words.match(line, "show running-config")) {
            return Optional.of(device.runningText());
        }
        if (mode == Mode.PRIVILEGED && Words.match(line, "show startup-config")) {
            return Optional.of(device.savedText());
        }
        return device.profile().show().entrySet().stream()
                .filter(entry -> Words.match(line, entry.getKey()))
                .map(Map.Entry::getValue)
                .map(device::filled)
                .findFirst();
    }

    private void reload() throws IOException {
        terminal.print("Proceed with reload? [confirm]");
        Character key = terminal.readKey();
        terminal.print("\n");
        if (key != null && (key == '\r' || key == '\n' || key == 'y')) {
            device.reload();
            mode = Mode.LEFT;
        }
    }

    private void configure(String line) throws IOException {
        Optional<String> diff = wayBack.shown(line);
        if (diff.isPresent()) {
            page(diff.get(), false);
        } else if (Words.match(line, "end") || wayBack.ended(line)) {
            leaveConfiguration();
        } else if (Words.match(line, "exit")) {
            if (section == null) {
                leaveConfiguration();
            }
            section = null;
        } else if (line.startsWith("do ")) {
            mode = Mode.PRIVILEGED;
            command(line.substring("do ".length()).strip());
            mode = Mode.CONFIGURE;
        } else {
            apply(line);
        }
    }

    private void leaveConfiguration() {
        mode = Mode.PRIVILEGED;
        section = null;
        wayBack.leave();
    }

    private void apply(String line) throws IOException {
        RunningConfig config = wayBack.config();
        if (section != null && config.accepts(line, true) && !config.isSection(line)) {
            config.apply(section, line);
        } else if (config.isSection(line)) {
            section = line;
            config.open(line);
        } else if (config.accepts(line, false)) {
            section = null;
            config.apply(line);
        } else {
            refuse(line);
            return;
        }
        if (!wayBack.inSession()) {
            device.changed();
        }
    }

    private void refuse(String line) throws IOException {
        say(device.profile().unknown(), line);
    }

    private void say(String complaint, String line) throws IOException {
        error = true;
        String caret = " ".repeat(prompt().length()) + "^";
        terminal.print(complaint.replace("{{line}}", line).replace("{{caret}}", caret));
    }

    private static String filtered(String text, String filter) {
        if (!filter.startsWith("include ")) {
            return text;
        }
        String wanted = filter.substring("include ".length()).strip();
        List<String> lines = new ArrayList<>(
                text.lines().filter(line -> line.contains(wanted)).toList());
        lines.add("");
        return String.join("\n", lines);
    }

    private void page(String text, boolean whole) throws IOException {
        int room = pageLength - 1;
        for (String line : text.lines().toList()) {
            if (!whole && pageLength > 1 && room == 0) {
                terminal.print(MORE);
                Character key = terminal.readKey();
                terminal.print("\b".repeat(MORE.length()) + " ".repeat(MORE.length()) + "\b".repeat(MORE.length()));
                if (key == null || key == 'q') {
                    return;
                }
                room = key == ' ' ? pageLength - 1 : 1;
            }
            terminal.print(line + "\n");
            room--;
        }
    }

    private String prompt() {
        String open = section;
        String place =
                open == null ? "config" : device.profile().sections().getOrDefault(open.split(" ", 2)[0], "config");
        return device.config().hostname()
                + switch (mode) {
                    case USER -> ">";
                    case CONFIGURE -> "(" + place.replaceFirst("config", "config" + wayBack.mark()) + ")#";
                    case PRIVILEGED, LEFT -> "#";
                };
    }

    private enum Mode {
        USER,
        PRIVILEGED,
        CONFIGURE,
        LEFT
    }
}
