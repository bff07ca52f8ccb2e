package dev.baton.delegates.patch.manager;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Red Hat, Fedora and their kin. */
final class Dnf implements PackageManager {

    private static final int UPDATES_PENDING = 100;
    private static final Pattern PENDING = Pattern.compile("^(\\S+\\.\\S+)\\s+(\\S+)\\s+(\\S+)$");

    @Override
    public List<Command> listing(Privilege privilege) {
        return List.of(
                Command.exec(privilege.line(
                                "env",
                                "LC_ALL=C",
                                "dnf",
                                "-q",
                                "--refresh",
                                "--setopt=exit_on_lock=True",
                                "check-update"))
                        .within(Duration.ofMinutes(5)),
                Command.exec(privilege.line("env", "LC_ALL=C", "dnf", "-q", "check-update", "--security"))
                        .within(Duration.ofMinutes(2)),
                Command.exec("rpm -qa --queryformat '%{NAME}.%{ARCH} %{EVR}\\n'")
                        .within(Duration.ofMinutes(1)));
    }

    @Override
    public void requireListed(Device device, Answer answer) {
        Failures.require(device, answer, 0, UPDATES_PENDING);
    }

    @Override
    public List<Patch> pending(Device device, List<Answer> answers) {
        Set<String> security = updates(answers.get(1)).keySet();
        Map<String, String> installed = answers.get(2)
                .output()
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (older, newer) -> newer));
        return updates(answers.get(0)).entrySet().stream()
                .map(update -> new Patch(
                        update.getKey(),
                        installed.getOrDefault(update.getKey(), ""),
                        update.getValue(),
                        security.contains(update.getKey())))
                .toList();
    }

    @Override
    public Command installation(Selection selection, Privilege privilege) {
        String line = selection.scope() == PatchScope.ALL
                ? privilege.line("env", "LC_ALL=C", "dnf", "-y", "--setopt=exit_on_lock=True", "upgrade")
                : privilege.line("env", "LC_ALL=C", "dnf", "-y", "--setopt=exit_on_lock=True", "upgrade", "--security");
        return Command.exec(line).changing().detach().within(Duration.ofHours(1));
    }

    @Override
    public Installed installed(Device device, Answer answer) {
        Failures.require(device, answer, 0);
        return Installed.DONE;
    }

    /** The updates by package; what follows the heading of obsoleted packages is no update. */
    private static Map<String, String> updates(Answer answer) {
        Map<String, String> updates = new LinkedHashMap<>();
        for (String line : answer.output().lines().toList()) {
            if (line.startsWith("Obsoleting")) {
                break;
            }
            var matcher = PENDING.matcher(line.strip());
            if (matcher.matches()) {
                updates.put(matcher.group(1), matcher.group(2));
            }
        }
        return updates;
    }
}
