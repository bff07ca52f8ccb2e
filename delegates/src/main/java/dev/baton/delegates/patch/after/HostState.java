package dev.baton.delegates.patch.after;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a host runs: the evidence of a change.
 *
 * @param packages versions by name
 * @param failed the units that have failed
 * @param running the services that run
 */
record HostState(
        Map<String, String> packages, String kernel, String bootId, List<String> failed, List<String> running) {

    /** A host has one of the first two. */
    static final List<Command> QUESTIONS = List.of(
            Command.exec(Shell.POSIX.line(
                    "env",
                    "LC_ALL=C",
                    "dpkg-query",
                    "-W",
                    "-f",
                    "${db:Status-Abbrev} ${binary:Package} ${Version}\\n")),
            Command.exec("env LC_ALL=C rpm -qa --queryformat 'ii %{NAME}.%{ARCH} %{EVR}\\n'"),
            Command.exec("uname -r"),
            Command.exec("cat /proc/sys/kernel/random/boot_id"),
            Command.exec("systemctl --failed --no-legend --plain"),
            Command.exec("systemctl list-units --type=service --state=running --no-legend --plain"));

    private static final Pattern PACKAGE = Pattern.compile("(?m)^.i\\S* +(\\S+) (\\S+)$");
    private static final Pattern UNIT = Pattern.compile("(?m)^\\s*(\\S+\\.\\w+)\\s");

    static HostState of(Device device, List<Answer> answers) {
        Map<String, String> packages = new TreeMap<>();
        for (Answer answer : answers.subList(0, 2)) {
            PACKAGE.matcher(answer.wholeOutput(device))
                    .results()
                    .forEach(match -> packages.put(match.group(1), match.group(2)));
        }
        String kernel = answers.get(2).output().strip();
        String bootId = answers.get(3).output().strip();
        if (packages.isEmpty() || kernel.isEmpty() || bootId.isEmpty()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + " tells "
                    + (packages.isEmpty() ? "no package" : kernel.isEmpty() ? "no kernel" : "no boot id"));
        }
        return new HostState(packages, kernel, bootId, units(answers.get(4)), units(answers.get(5)));
    }

    private static List<String> units(Answer answer) {
        return UNIT.matcher(answer.output())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    Map<String, Object> kept(String run) {
        return Map.of(
                "run",
                run,
                "packages",
                packages,
                "kernel",
                kernel,
                "bootId",
                bootId,
                "failed",
                failed,
                "running",
                running);
    }

    static HostState of(Map<String, Object> kept) {
        Map<String, String> packages = new TreeMap<>();
        if (kept.get("packages") instanceof Map<?, ?> map) {
            map.forEach((name, version) -> packages.put(String.valueOf(name), String.valueOf(version)));
        }
        return new HostState(
                packages,
                Objects.toString(kept.get("kernel"), ""),
                Objects.toString(kept.get("bootId"), ""),
                words(kept.get("failed")),
                words(kept.get("running")));
    }

    private static List<String> words(@Nullable Object list) {
        return list instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The packages that differ from what was before; a version that is missing is empty. */
    List<Map<String, Object>> changesSince(HostState before) {
        List<Map<String, Object>> changes = new ArrayList<>();
        TreeMap<String, String> all = new TreeMap<>(before.packages);
        all.putAll(packages);
        for (String name : all.keySet()) {
            String from = before.packages.getOrDefault(name, "");
            String to = packages.getOrDefault(name, "");
            if (!from.equals(to)) {
                changes.add(Map.of("package", name, "from", from, "to", to));
            }
        }
        return changes;
    }
}
