package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Programs that tell how a host is. */
final class StatePrograms {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String host;
    private final Kernel kernel;
    private final Clock clock;

    StatePrograms(String host, Kernel kernel, Clock clock) {
        this.host = host;
        this.kernel = kernel;
        this.clock = clock;
    }

    Map<String, Program> all() {
        return Map.ofEntries(
                Map.entry("hostname", (arguments, input) -> Reply.ok(host + "\n")),
                Map.entry("uname", (arguments, input) -> Reply.ok(uname(arguments) + "\n")),
                Map.entry("uptime", (arguments, input) -> Reply.ok(uptime(arguments) + "\n")),
                Map.entry(
                        "who",
                        (arguments, input) ->
                                Reply.ok("         system boot  " + MINUTES.format(kernel.bootedAt()) + "\n")),
                Map.entry("date", (arguments, input) -> Reply.ok(DATE.format(clock.instant()) + "\n")),
                Map.entry("whoami", (arguments, input) -> Reply.ok("root\n")),
                Map.entry(
                        "id",
                        (arguments, input) -> Reply.ok(
                                arguments.contains("-u") ? "0\n" : "uid=0(root) gid=0(root) groups=0(root)\n")),
                Map.entry("nproc", (arguments, input) -> Reply.ok("2\n")),
                Map.entry("ip", (arguments, input) -> Reply.ok(ip(arguments))),
                Map.entry("df", (arguments, input) -> Reply.ok(df(arguments))),
                Map.entry("stat", (arguments, input) -> Reply.ok("131074 /var/lib/dpkg/lock-frontend\n")),
                Map.entry("ps", (arguments, input) -> Reply.ok("      1 /sbin/init\n    714 /usr/sbin/cron -f\n")),
                Map.entry("needrestart", (arguments, input) -> Reply.ok(needrestart())));
    }

    private String uname(List<String> arguments) {
        String options = String.join("", arguments).replace("-", "").replace("a", "snrvm");
        return (options.isEmpty() ? "s" : options)
                .chars()
                .mapToObj(option -> switch (option) {
                    case 's' -> "Linux";
                    case 'n' -> host;
                    case 'r' -> kernel.running();
                    case 'v' -> "#1 SMP PREEMPT_DYNAMIC Debian";
                    default -> "x86_64";
                })
                .collect(Collectors.joining(" "));
    }

    private static String ip(List<String> arguments) {
        return arguments.contains("route")
                ? "default via 192.0.2.1 dev ens18 onlink\n192.0.2.0/24 dev ens18 proto kernel scope link\n"
                : "lo               UNKNOWN        127.0.0.1/8 ::1/128\nens18            UP             192.0.2.21/24\n";
    }

    private String uptime(List<String> arguments) {
        Duration up = kernel.uptime();
        if (arguments.contains("-s")) {
            return SECONDS.format(kernel.bootedAt());
        }
        if (arguments.contains("-p")) {
            return "up " + up.toDays() + " days, " + up.toHoursPart() + " hours, " + up.toMinutesPart() + " minutes";
        }
        return String.format(
                Locale.ROOT,
                " %s up %d days, %2d:%02d,  0 users,  load average: 0.08, 0.03, 0.01",
                TIME.format(clock.instant()),
                up.toDays(),
                up.toHoursPart(),
                up.toMinutesPart());
    }

    private static String df(List<String> arguments) {
        String root = "/dev/vda1         20466256 6344540  13056636      33% /\n";
        long paths = arguments.stream().filter(word -> word.startsWith("/")).count();
        String head = "Filesystem     1024-blocks    Used Available Capacity Mounted on\n";
        return paths > 0 ? head + root.repeat((int) paths) : head + root + """
                /dev/vda15          126678   11840    114838      10% /boot/efi
                /dev/vdb1         51290592 9436480  39216288      20% /srv
                """;
    }

    private String needrestart() {
        boolean pending = !kernel.running().equals(kernel.installed());
        return "NEEDRESTART-VER: 3.6\nNEEDRESTART-KCUR: " + kernel.running() + "\nNEEDRESTART-KEXP: "
                + kernel.installed() + "\nNEEDRESTART-KSTA: " + (pending ? 3 : 1) + "\n";
    }
}
