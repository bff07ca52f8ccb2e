package dev.baton.delegates.patch.before;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells whether packages of a host can be changed now. Only reads, so repeating it is safe. */
@Component("checkPackages")
@Delegate(
        name = "Check packages",
        description = "Room in /var and /boot, no other process that holds dpkg's or apt's lock, no broken dependency.",
        inputs = CheckPackagesInputs.class)
class CheckPackages implements DeviceDelegate<CheckPackagesInputs> {

    private static final int ABSENT = 127;
    private static final Command ROOM = Command.exec("df -P -k /var /boot");
    private static final Command LOCK_FILES =
            Command.exec("stat -c '%i %n' /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock"
                    + " /var/lib/apt/lists/lock /var/cache/apt/archives/lock");
    private static final Command LOCKS = Command.exec("cat /proc/locks");
    private static final Command PROCESSES = Command.exec("ps -eo pid=,args=");
    private static final Command DEPENDENCIES = Command.exec("env LC_ALL=C apt-get -q -o Debug::NoLocking=1 check");

    private static final Pattern FREE =
            Pattern.compile("^\\S+\\s+\\d+\\s+\\d+\\s+(-?\\d+)\\s+\\d+%\\s+(/.*)$", Pattern.MULTILINE);
    private static final Pattern LOCK_FILE = Pattern.compile("^(\\d+) (/\\S+)$", Pattern.MULTILINE);

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckPackagesInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " is a " + device.platform() + ", which has no package manager");
        }
        return List.of(ROOM, LOCK_FILES, LOCKS, PROCESSES, DEPENDENCIES);
    }

    @Override
    public Result interpret(Session session, CheckPackagesInputs inputs, List<Answer> answers) {
        Device device = session.device();
        lockHolder(answers.get(1), answers.get(2), answers.get(3)).ifPresent(holder -> {
            throw Problem.LOCKED.because(device.name() + ": " + holder);
        });
        List<String> faults = new ArrayList<>(full(device, inputs, answers.get(0)));
        Answer dependencies = answers.get(4);
        if (!dependencies.succeeded() && !isAbsent(dependencies)) {
            faults.add("apt-get check ended with " + dependencies.ending());
        }
        if (!faults.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device.name() + ": " + String.join(", ", faults));
        }
        return Result.unchanged("packages can be changed");
    }

    /** df answers for the paths in their order; on a host without /boot it says so and answers for the other. */
    private static List<String> full(Device device, CheckPackagesInputs inputs, Answer answer) {
        List<MatchResult> lines = FREE.matcher(answer.output()).results().toList();
        if (lines.isEmpty()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + " does not tell how much room /var has");
        }
        List<String> faults = new ArrayList<>();
        noteShortage(faults, "/var", lines.get(0), inputs.varMebibytes());
        if (lines.size() > 1) {
            noteShortage(faults, "/boot", lines.get(1), inputs.bootMebibytes());
        }
        return faults;
    }

    private static void noteShortage(List<String> faults, String path, MatchResult line, int wanted) {
        long free = Long.parseLong(line.group(1)) / 1024;
        if (free < wanted) {
            faults.add(path + " (" + line.group(2) + ") has " + free + " MiB free, wanted are " + wanted);
        }
    }

    private static Optional<String> lockHolder(Answer files, Answer locks, Answer processes) {
        return LOCK_FILE
                .matcher(files.output())
                .results()
                .flatMap(file -> Pattern.compile(
                                "^\\d+: .* WRITE (\\d+) \\S+:" + file.group(1) + " .*$", Pattern.MULTILINE)
                        .matcher(locks.output())
                        .results()
                        .map(lock -> file.group(2) + " is held by process " + lock.group(1)
                                + named(processes, lock.group(1))))
                .findFirst();
    }

    private static String named(Answer processes, String id) {
        return processes
                .output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(id + " "))
                .map(line -> ", " + line.substring(id.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static boolean isAbsent(Answer answer) {
        return answer.exitStatus() != null && answer.exitStatus() == ABSENT;
    }
}
