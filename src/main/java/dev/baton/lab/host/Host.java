package dev.baton.lab.host;

import dev.baton.lab.machine.Machine;
import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.machine.Terminal;
import dev.baton.lab.posix.PosixShell;
import dev.baton.lab.posix.Program;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated Debian host. */
public final class Host implements Machine {

    private static final String FIRST_KERNEL = "6.1.0-35-amd64";

    private final String name;
    private final Description description;
    private final Kernel kernel;
    private final Files files;
    private final Services services;
    private final Map<String, Program> programs;

    public Host(String name, Description description, Power power, Clock clock) {
        this.name = name;
        this.description = description;
        this.kernel = new Kernel(FIRST_KERNEL, Duration.ofDays(description.uptimeDays()), clock);
        Packages packages = new Packages(description.updates().stream()
                .flatMap(group -> Archive.group(group).stream())
                .toList());
        this.services = new Services(
                description.services(),
                description.fragile(),
                () -> Optional.ofNullable(description.cure())
                        .ifPresent(group -> Archive.group(group).forEach(packages::publish)));
        DrivePrograms drives = new DrivePrograms(new DriveFolder(description.drives()), kernel, clock);
        this.files = new Files(name, kernel, drives::mdstat);
        Map<String, Program> root = new HashMap<>(TextPrograms.all(files));
        root.put("sed", new Sed(files));
        root.putAll(new CallPrograms(root).all());
        root.putAll(new StatePrograms(name, kernel, clock).all());
        root.put("apt-get", new AptGet(packages, kernel, services, power));
        root.putAll(new DpkgPrograms(packages).all());
        root.put("systemctl", new Systemctl(services, power));
        root.put(
                "journalctl",
                (arguments, input) ->
                        Reply.ok(arguments.contains("json") ? drives.journal(arguments) : Systemctl.journal(services)));
        root.putAll(drives.all());
        root.put("reboot", (arguments, input) -> reboot(power));
        root.put("shutdown", (arguments, input) -> reboot(power));
        root.put("sleep", (arguments, input) -> sleep(power, arguments));
        this.programs =
                description.isRoot() ? root : new Account(description.account(), root).programs(description.sudo());
        programs.putAll(new DetachedPrograms(programs).all());
    }

    /** Starts again: another boot, the kernel installed last, and every service that can. */
    @Override
    public void boot() {
        kernel.boot();
        services.boot();
    }

    @Override
    public Duration uptime() {
        return kernel.uptime();
    }

    /** The files that stay as they are, by path. */
    public Map<String, String> files() {
        return files.stored();
    }

    @Override
    public Reply run(String command) {
        return PosixShell.run(command, programs::get);
    }

    @Override
    public void talk(Terminal terminal) throws IOException {
        String prompt = description.account() + "@" + name + (description.isRoot() ? ":~# " : ":~$ ");
        for (String line = terminal.readLine(prompt); line != null; line = terminal.readLine(prompt)) {
            if (line.strip().equals("exit") || line.strip().equals("logout")) {
                return;
            }
            Reply reply = run(line);
            terminal.print(reply.output() + reply.errors());
        }
    }

    private static Reply reboot(Power power) {
        power.reboot();
        return Reply.ok("");
    }

    private static Reply sleep(Power power, List<String> arguments) {
        if (arguments.size() != 1 || !arguments.get(0).matches("\\d{1,6}(\\.\\d{1,3})?")) {
            return Reply.failed(1, "sleep: invalid time interval\n");
        }
        power.work(Duration.ofMillis((long) (Double.parseDouble(arguments.get(0)) * 1_000)));
        return Reply.ok("");
    }
}
