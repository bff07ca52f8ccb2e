package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The drives of a host: what its journal says of them, and the programs that list and ask them. */
final class DrivePrograms {

    private static final Pattern CURSOR = Pattern.compile("--after-cursor=.*\\bi=(\\d{1,6})\\b.*");
    private static final Duration BETWEEN = Duration.ofMinutes(2);

    private final DriveFolder folder;
    private final Kernel kernel;
    private final Instant last;

    DrivePrograms(DriveFolder folder, Kernel kernel, Clock clock) {
        this.folder = folder;
        this.kernel = kernel;
        this.last = clock.instant();
    }

    Map<String, Program> all() {
        return Map.of(
                "lsblk",
                (arguments, input) -> Reply.ok(drives(arguments)),
                "ls",
                (arguments, input) -> list(arguments),
                "smartctl",
                new Smartctl(folder),
                "mdadm",
                new Mdadm(folder));
    }

    String mdstat() {
        return folder.text("mdstat");
    }

    /** The journal as JSON, from after the cursor that the arguments name. */
    String journal(List<String> arguments) {
        int from = arguments.stream()
                .map(CURSOR::matcher)
                .filter(Matcher::matches)
                .mapToInt(cursor -> Integer.parseInt(cursor.group(1)))
                .findFirst()
                .orElse(0);
        List<String> lines = folder.text("journal").lines().toList();
        return IntStream.range(Math.min(from, lines.size()), lines.size())
                .mapToObj(index -> entry(lines.get(index), index + 1, lines.size()))
                .collect(Collectors.joining());
    }

    private String entry(String line, int number, int count) {
        String[] parts = line.split(": ", 2);
        long seconds = last.minus(BETWEEN.multipliedBy(count - number)).getEpochSecond();
        return "{\"__CURSOR\":\"s=lab;i=" + number + "\",\"__REALTIME_TIMESTAMP\":\"" + seconds
                + "000000\",\"_BOOT_ID\":\""
                + kernel.bootId().replace("-", "") + "\",\"SYSLOG_IDENTIFIER\":\"" + parts[0] + "\",\"MESSAGE\":\""
                + parts[1].replace("\"", "\\\"") + "\"}\n";
    }

    private String drives(List<String> arguments) {
        String drives = folder.text("lsblk");
        return arguments.contains("-dnpo") ? drives.replaceAll("(?m)^NAME=\"(\\w+)\".*$", "/dev/$1") : drives;
    }

    private Reply list(List<String> arguments) {
        String path = arguments.get(arguments.size() - 1);
        String files = path.startsWith("/sys/class/enclosure/")
                ? folder.text("enclosure")
                : path.equals("/sys/block") ? folder.text("sys-block") : "";
        return files.isEmpty()
                ? Reply.failed(2, "ls: cannot access '" + path + "': No such file or directory\n")
                : Reply.ok(files);
    }
}
