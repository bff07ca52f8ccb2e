package dev.baton.delegates.patch.manager;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which package manager a host has, by its distribution. */
public enum PackageManagers {
    /** Asks the host; the plan then lists the commands of every package manager it might have. */
    AUTO,
    APT(new Apt(), "debian", "ubuntu"),
    DNF(new Dnf(), "fedora", "rhel", "centos"),
    ZYPPER(new Zypper(), "suse", "opensuse", "sles");

    private static final Command DISTRIBUTION = Command.exec("cat /etc/os-release");
    private static final Pattern IDS = Pattern.compile("^ID(?:_LIKE)?=(.*)$", Pattern.MULTILINE);

    private final List<String> distributions;
    private final Optional<PackageManager> manager;

    PackageManagers() {
        this.distributions = List.of();
        this.manager = Optional.empty();
    }

    PackageManagers(PackageManager manager, String... distributions) {
        this.distributions = List.of(distributions);
        this.manager = Optional.of(manager);
    }

    /** The reads that {@link #find} may send. @throws dev.baton.action.ActionProblem for what is no host */
    public List<Command> detection(Device device, Dialect dialect) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " is a " + device.platform() + ", which has no package manager");
        }
        return this == AUTO ? List.of(DISTRIBUTION) : List.of();
    }

    /** Those that the host may turn out to have and that can do this. */
    public List<PackageManager> candidates(Selection selection) {
        Stream<PackageManager> possible =
                this == AUTO ? Stream.of(values()).flatMap(choice -> choice.manager.stream()) : manager.stream();
        return possible.filter(candidate -> candidate.supports(selection)).toList();
    }

    /** The one that the host has. @throws dev.baton.action.ActionProblem {@code UNSUPPORTED} when it cannot do this */
    public PackageManager find(Session session, Selection selection) {
        PackageManager found = manager.orElseGet(() -> ofDistribution(session.device(), session.send(DISTRIBUTION)));
        if (!found.supports(selection)) {
            throw Problem.UNSUPPORTED.because(session.device().name()
                    + ": packages are chosen by CVE or left out on Debian and its kin only, not by "
                    + found.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private static PackageManager ofDistribution(Device device, Answer release) {
        List<String> ids = IDS.matcher(release.output())
                .results()
                .map(match -> match.group(1).replace("\"", "").replace("'", ""))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList();
        return Stream.of(values())
                .filter(choice -> choice.distributions.stream()
                        .anyMatch(name -> ids.stream().anyMatch(id -> id.equals(name) || id.startsWith(name + "-"))))
                .flatMap(choice -> choice.manager.stream())
                .findFirst()
                .orElseThrow(() -> Problem.UNSUPPORTED.because(device.name() + " runs " + ids
                        + ", and Baton knows the package managers of Debian, Red Hat and SUSE systems"));
    }
}
