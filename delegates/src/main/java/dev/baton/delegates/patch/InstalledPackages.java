package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.delegates.patch.Closing.State;
import dev.baton.delegates.patch.manager.Patch;
import dev.baton.delegates.patch.manager.Selection;
import dev.baton.delegates.patch.manager.Withheld;
import dev.baton.delegates.vulnerability.KnownVulnerabilities;
import dev.baton.delegates.vulnerability.advisory.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages of a Debian host with the sources that advisories name. */
record InstalledPackages(Set<String> releases, List<Installed> packages) {

    static final List<Command> QUESTIONS = List.of(
            Command.exec("cat /etc/os-release"),
            Command.exec(Shell.POSIX.line(
                    "env",
                    "LC_ALL=C",
                    "dpkg-query",
                    "-W",
                    "-f",
                    "${db:Status-Abbrev} ${source:Package} ${source:Version} ${Package}\\n")));

    private static final Pattern RELEASE =
            Pattern.compile("(?m)^(?:VERSION_ID|VERSION_CODENAME)=[\"']?([^\"'\\n]+)[\"']?$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^.i\\S* +(\\S+) (\\S+) (\\S+)$");

    /** A package and the source that it was built from. */
    private record Installed(String source, String version, String name) {}

    static InstalledPackages of(Device device, List<Answer> answers) {
        List<Installed> packages = PACKAGE.matcher(answers.get(1).wholeOutput(device))
                .results()
                .map(match -> new Installed(match.group(1), match.group(2), match.group(3)))
                .toList();
        if (packages.isEmpty()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + " tells no installed package: "
                    + answers.get(1).ending());
        }
        return new InstalledPackages(
                RELEASE.matcher(answers.get(0).output())
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()),
                packages);
    }

    /** What is to be said of a vulnerability, package by package. */
    List<Closing> closings(
            String id, List<Condition> conditions, List<Patch> pending, List<Withheld> withheld, Selection selection) {
        if (conditions.isEmpty()) {
            return List.of(new Closing(id, "", "", "", State.UNKNOWN, ""));
        }
        List<Closing> closings = conditions.stream()
                .filter(condition -> condition.release().isEmpty() || releases.contains(condition.release()))
                .flatMap(condition -> packages.stream()
                        .filter(installed -> installed.source().equals(condition.name()))
                        .map(installed -> closing(id, condition, installed, pending, withheld, selection)))
                .distinct()
                .toList();
        return closings.isEmpty() ? List.of(new Closing(id, "", "", "", State.ABSENT, "")) : closings;
    }

    private static Closing closing(
            String id,
            Condition condition,
            Installed installed,
            List<Patch> pending,
            List<Withheld> withheld,
            Selection selection) {
        String name = installed.name();
        Optional<Withheld> kept =
                withheld.stream().filter(one -> one.name().equals(name)).findFirst();
        boolean update = pending.stream()
                .anyMatch(patch -> patch.name().equals(name) && !KnownVulnerabilities.has(condition, patch.to()));
        State state;
        String detail = "";
        if (!KnownVulnerabilities.has(condition, installed.version())) {
            state = State.FIXED;
        } else if (selection.excludes(name)) {
            state = State.WITHHELD;
            detail = "excluded by the request";
        } else if (update) {
            state = State.CLOSED;
        } else if (kept.isPresent()) {
            state = State.WITHHELD;
            detail = "the package is " + kept.get().reason();
        } else {
            state = condition.fixed().isEmpty() ? State.NO_FIX : State.NO_UPDATE;
        }
        return new Closing(id, name, installed.version(), condition.fixed(), state, detail);
    }
}
