package dev.baton.delegates.patch.after;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.patch.manager.Apt;
import dev.baton.delegates.patch.manager.Failures;
import dev.baton.delegates.patch.manager.Patch;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings packages of a Debian host back to the versions from before. Repeating it reaches the same state. */
@Component("rollBackPatches")
@Delegate(
        name = "Roll back patches",
        description =
                "Installs exactly the given older versions. Nothing is changed where one of them is not to be had any"
                        + " more, or where other packages would have to change too. A package that came new stays.",
        effect = Effect.CONVERGE,
        inputs = RollBackPatchesInputs.class,
        outputs = {"rolledBackCount"})
class RollBackPatches implements DeviceDelegate<RollBackPatchesInputs> {

    private static final Pattern LINE = Pattern.compile("(\\S+) ([a-z0-9][a-z0-9+.:-]*=[A-Za-z0-9+.:~-]+)");
    private static final Pattern INSTALLED = Pattern.compile("(?m)^.i\\S* +(\\S+) (\\S+)$");

    @Override
    public List<Command> render(Device device, Dialect dialect, RollBackPatchesInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " is a " + device.platform() + ", which has no package manager");
        }
        List<String> versions = versions(device, inputs);
        return versions.isEmpty()
                ? List.of()
                : List.of(
                        Apt.toVersionsSimulated(versions),
                        Apt.toVersions(versions, Privilege.of(device, inputs.become())),
                        look(versions));
    }

    @Override
    public Result perform(Session session, RollBackPatchesInputs inputs) {
        Device device = session.device();
        List<String> versions = versions(device, inputs);
        if (versions.isEmpty()) {
            return Result.unchanged("no version to go back to");
        }
        requirePossible(device, versions, session.send(Apt.toVersionsSimulated(versions)));
        Failures.require(device, session.send(Apt.toVersions(versions, Privilege.of(device, inputs.become()))), 0);
        requireThere(device, versions, session.send(look(versions)));
        return Result.changed("back to " + versions.size() + " versions from before")
                .with(Map.of("rolledBack", versions, "rolledBackCount", versions.size()));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        int count = results.values().stream()
                .mapToInt(result -> result.facts().get("rolledBackCount") instanceof Integer number ? number : 0)
                .sum();
        return Map.of("rolledBackCount", count);
    }

    private static List<String> versions(Device device, RollBackPatchesInputs inputs) {
        return inputs.versions().stream()
                .map(line -> {
                    var matcher = LINE.matcher(line);
                    if (!matcher.matches()) {
                        throw Problem.BAD_INPUT.because(
                                "the input versions takes lines of a host and package=version, not \"" + line + "\"");
                    }
                    return matcher;
                })
                .filter(matcher -> matcher.group(1).equals(device.name()))
                .map(matcher -> matcher.group(2))
                .sorted()
                .toList();
    }

    private static Command look(List<String> versions) {
        String[] words = Stream.concat(
                        Stream.of(
                                "env",
                                "LC_ALL=C",
                                "dpkg-query",
                                "-W",
                                "-f",
                                "${db:Status-Abbrev} ${binary:Package} ${Version}\\n"),
                        versions.stream().map(RollBackPatches::name))
                .toArray(String[]::new);
        return Command.exec(Shell.POSIX.line(words));
    }

    private static String name(String version) {
        return version.substring(0, version.indexOf('='));
    }

    private static void requirePossible(Device device, List<String> versions, Answer simulation) {
        String said = simulation.errorOutput();
        if (said.contains("was not found") || said.contains("Unable to locate package")) {
            throw Problem.CHECK_FAILED.because(device.name()
                    + ": versions from before are not to be had any more, nothing was changed: "
                    + said.lines().filter(line -> line.startsWith("E:")).collect(Collectors.joining(" ")));
        }
        Failures.require(device, simulation, 0);
        TreeSet<String> others = Apt.simulated(simulation).stream()
                .map(Patch::name)
                .filter(name -> versions.stream().noneMatch(version -> same(name(version), name)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty() || simulation.output().lines().anyMatch(line -> line.startsWith("Remv "))) {
            throw Problem.CHECK_FAILED.because(device.name()
                    + ": the way back would change or remove other packages too, nothing was changed: "
                    + String.join(", ", others));
        }
    }

    private static void requireThere(Device device, List<String> versions, Answer look) {
        List<String> installed = INSTALLED
                .matcher(look.wholeOutput(device))
                .results()
                .map(match -> match.group(1) + "=" + match.group(2))
                .toList();
        String missing = versions.stream()
                .filter(version -> installed.stream()
                        .noneMatch(seen -> same(name(version), name(seen))
                                && seen.substring(seen.indexOf('=')).equals(version.substring(version.indexOf('=')))))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Problem.CHECK_FAILED.because(
                    device.name() + ": not at the version from before after the way back: " + missing);
        }
    }

    /** dpkg leaves the architecture of the host out where only one is installed. */
    private static boolean same(String left, String right) {
        return left.equals(right) || left.startsWith(right + ":") || right.startsWith(left + ":");
    }
}
