package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian, Ubuntu and their kin.
 *
 * <p>A patch is a security patch when one of its sources is labelled {@code Debian-Security} or lies in a suite that ends
 * in {@code -security} (Ubuntu). Apt has no option for "security only" that works with every layout of sources, so the
 * installation takes the names from the same simulation that {@link #listing} reads, in one fixed pipeline.
 */
final class Apt implements PackageManager {

    private static final String SIMULATION = "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade";

    private static final Pattern PENDING =
            Pattern.compile("^Inst (\\S+)(?: \\[([^]]*)])? \\((\\S+) ([^)]*)\\).*$", Pattern.MULTILINE);

    private static final Pattern SECURITY = Pattern.compile("Debian-Security:|-security");

    private static final String SECURITY_NAMES =
            " | awk '/^Inst [^(]*[(][^)]*(Debian-Security:|-security)/ { print $2 }' | xargs -r ";

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
        return PENDING.matcher(answers.get(1).output())
                .results()
                .map(match -> {
                    String from = match.group(2);
                    boolean security = SECURITY.matcher(match.group(4)).find();
                    return new Patch(match.group(1), from == null ? "" : from, match.group(3), security);
                })
                .toList();
    }

    @Override
    public Command installation(PatchScope scope, Privilege privilege) {
        String line = scope == PatchScope.ALL
                ? privilege.line(aptGet("dist-upgrade"))
                : SIMULATION + SECURITY_NAMES + privilege.line(aptGet("install", "--only-upgrade"));
        return Command.exec(line).changing().detach().within(Duration.ofHours(1));
    }

    @Override
    public Installed installed(Device device, Answer answer) {
        Failures.require(device, answer, 0);
        return Installed.DONE;
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
