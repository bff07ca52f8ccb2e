package dev.baton.delegates.patch.manager;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian, Ubuntu and their kin.
 *
 * <p>A patch is a security patch when one of its sources is labelled {@code Debian-Security} or lies in a suite that ends
 * in {@code -security} (Ubuntu). Apt has no option for "security only" that works with every layout of sources, so the
 * installation takes the names from the same simulation that {@link #listing} reads, in one fixed pipeline.
 */
public final class Apt implements PackageManager {

    private static final String QUIET = "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 ";
    private static final String SIMULATION = QUIET + "dist-upgrade";
    private static final Command HOLDS = Command.exec("env LC_ALL=C apt-mark showhold");
    private static final Command PINS = Command.exec("env LC_ALL=C apt-cache policy");
    private static final Command WITHOUT_HOLDS =
            Command.exec(QUIET + "--ignore-hold dist-upgrade").within(Duration.ofMinutes(2));

    private static final Pattern PENDING =
            Pattern.compile("^Inst (\\S+)(?: \\[([^]]*)])? \\((\\S+) ([^)]*)\\).*$", Pattern.MULTILINE);
    private static final Pattern PINNED =
            Pattern.compile("^ {2,}(\\S+) -> (\\S+) with priority -?\\d+$", Pattern.MULTILINE);

    private static final Pattern SECURITY = Pattern.compile("Debian-Security:|-security");

    private static final String SECURITY_NAMES =
            " | awk '/^Inst [^(]*[(][^)]*(Debian-Security:|-security)/ { print $2 }'";
    private static final String ALL_NAMES = " | awk '/^Inst / { print $2 }'";
    private static final String EACH = " | xargs -r ";

    @Override
    public List<Command> listing(Privilege privilege) {
        // As an -o setting, because versions before 2.1 refuse the option --error-on=any and ignore unknown settings.
        String refresh =
                privilege.line("env", "LC_ALL=C", "apt-get", "-q", "-o", "APT::Update::Error-Mode=any", "update");
        return List.of(
                Command.exec(refresh).within(Duration.ofMinutes(5)),
                Command.exec(SIMULATION).within(Duration.ofMinutes(2)));
    }

    @Override
    public void requireListed(Device device, Answer answer) {
        Failures.require(device, answer, 0);
    }

    @Override
    public List<Patch> pending(Device device, List<Answer> answers) {
        return simulated(answers.get(1));
    }

    /** What a simulation says would be installed. */
    public static List<Patch> simulated(Answer simulation) {
        return PENDING.matcher(simulation.output())
                .results()
                .map(match -> {
                    String from = match.group(2);
                    boolean security = SECURITY.matcher(match.group(4)).find();
                    return new Patch(match.group(1), from == null ? "" : from, match.group(3), security);
                })
                .toList();
    }

    @Override
    public List<Command> withholding() {
        return List.of(HOLDS, WITHOUT_HOLDS, PINS);
    }

    @Override
    public List<Withheld> withheld(Device device, List<Answer> answers) {
        List<Patch> free = simulated(answers.get(1));
        Map<String, Withheld> withheld = new LinkedHashMap<>();
        answers.get(0)
                .output()
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> withheld.put(
                        name,
                        named(free, name)
                                .map(update ->
                                        new Withheld(name, update.from(), update.to(), update.security(), "held"))
                                .orElseGet(() -> new Withheld(name, "", "", false, "held"))));
        PINNED.matcher(answers.get(2).output())
                .results()
                .forEach(pin -> withheld.putIfAbsent(
                        pin.group(1), new Withheld(pin.group(1), "", "", false, "pinned to " + pin.group(2))));
        return new ArrayList<>(withheld.values());
    }

    private static Optional<Patch> named(List<Patch> patches, String name) {
        return patches.stream().filter(patch -> patch.name().equals(name)).findFirst();
    }

    @Override
    public boolean supports(Selection selection) {
        return true;
    }

    @Override
    public List<Command> rehearsal(Selection selection) {
        return selection.namesPackages()
                ? List.of(Command.exec(SIMULATION + names(selection) + EACH + QUIET + "install --only-upgrade")
                        .within(Duration.ofMinutes(4)))
                : List.of();
    }

    @Override
    public Command installation(Selection selection, Privilege privilege) {
        boolean everything = selection.scope() == PatchScope.ALL && !selection.namesPackages();
        String line = everything
                ? privilege.line(aptGet("dist-upgrade"))
                : SIMULATION + names(selection) + EACH + privilege.line(aptGet("install", "--only-upgrade"));
        return Command.exec(line).changing().detach().within(Duration.ofHours(1));
    }

    /** The part of a pipeline that leaves the names of the selected packages of a simulation. */
    private static String names(Selection selection) {
        String chosen = switch (selection.scope()) {
            case ALL -> ALL_NAMES;
            case SECURITY -> SECURITY_NAMES;
            case CVES -> " | awk '/^Inst " + Selection.pattern(selection.packages()) + " / { print $2 }'";
        };
        return selection.excluded().isEmpty()
                ? chosen
                : chosen + " | grep -vxE '" + Selection.pattern(selection.excluded()) + "'";
    }

    @Override
    public Installed installed(Device device, Answer answer) {
        Failures.require(device, answer, 0);
        return Installed.DONE;
    }

    /** Goes to exactly these versions, up or down: {@code package=version}. */
    public static Command toVersions(List<String> versions, Privilege privilege) {
        String[] action = Stream.concat(Stream.of("--allow-downgrades", "install"), versions.stream())
                .toArray(String[]::new);
        return Command.exec(privilege.line(aptGet(action))).changing().detach().within(Duration.ofHours(1));
    }

    /** Tells what {@link #toVersions} would change, and fails where a version is not to be had any more. */
    public static Command toVersionsSimulated(List<String> versions) {
        return Command.exec(
                        QUIET + "--allow-downgrades install " + Privilege.LOGIN.line(versions.toArray(String[]::new)))
                .within(Duration.ofMinutes(2));
    }

    /** Never removes a package: an update that needs it is refused, and a person decides. */
    private static String[] aptGet(String... action) {
        Stream<String> call = Stream.of(
                "env",
                "LC_ALL=C",
                "DEBIAN_FRONTEND=noninteractive",
                "NEEDRESTART_MODE=l",
                "apt-get",
                "-y",
                "-q",
                "--no-remove",
                "-o",
                "Dpkg::Options::=--force-confdef",
                "-o",
                "Dpkg::Options::=--force-confold",
                "-o",
                "DPkg::Lock::Timeout=300");
        return Stream.concat(call, Stream.of(action)).toArray(String[]::new);
    }
}
