package dev.baton.lab.host;

import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.List;
import java.util.stream.Collectors;

/** Shows and controls services. */
final class Systemctl implements Program {

    private static final int NOT_RUNNING = 3;
    private static final int NO_SUCH_UNIT = 5;

    private final Services services;
    private final Power power;

    Systemctl(Services services, Power power) {
        this.services = services;
        this.power = power;
    }

    /** What the log of the broken service says; nothing when all is well. */
    static String journal(Services services) {
        return services.failed().stream()
                .map(unit -> "systemd[1]: " + unit + ": Control process exited, code=exited, status=1/FAILURE\n"
                        + "systemd[1]: " + unit + ": Failed with result 'exit-code'.\n")
                .collect(Collectors.joining());
    }

    @Override
    public Reply run(List<String> arguments, String input) {
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        String verb = words.isEmpty() ? "list-units" : words.get(0);
        return switch (verb) {
            case "is-system-running" -> systemState();
            case "list-units" -> Reply.ok(arguments.contains("--state=running") ? runningUnits() : failedUnits());
            case "list-unit-files" ->
                Reply.ok(services.names().stream()
                        .map(unit -> unit + " enabled enabled\n")
                        .collect(Collectors.joining()));
            case "reboot" -> reboot();
            case "daemon-reload", "reset-failed" -> Reply.ok("");
            default ->
                words.size() < 2
                        ? Reply.failed(1, "Unknown command verb " + verb + ".\n")
                        : unit(verb, words.get(1).contains(".") ? words.get(1) : words.get(1) + ".service");
        };
    }

    private Reply reboot() {
        power.reboot();
        return Reply.ok("");
    }

    private Reply systemState() {
        boolean degraded = !services.failed().isEmpty();
        return new Reply(degraded ? 1 : 0, degraded ? "degraded\n" : "running\n", "");
    }

    private String failedUnits() {
        return services.failed().stream()
                .map(unit -> unit + " loaded failed failed " + unit.replace(".service", "") + "\n")
                .collect(Collectors.joining());
    }

    private String runningUnits() {
        return services.names().stream()
                .filter(services::isRunning)
                .map(unit -> unit + " loaded active running " + unit.replace(".service", "") + "\n")
                .collect(Collectors.joining());
    }

    private Reply unit(String verb, String unit) {
        if (!services.exists(unit)) {
            return Reply.failed(NO_SUCH_UNIT, "Unit " + unit + " not found.\n");
        }
        return switch (verb) {
            case "is-active" -> state(unit);
            case "is-enabled" -> Reply.ok("enabled\n");
            case "status" -> status(unit);
            case "start", "restart", "reload" -> restart(unit);
            case "stop" -> stop(unit);
            default -> Reply.failed(1, "Unknown command verb " + verb + ".\n");
        };
    }

    private Reply state(String unit) {
        if (services.isRunning(unit)) {
            return Reply.ok("active\n");
        }
        return new Reply(NOT_RUNNING, services.failed().contains(unit) ? "failed\n" : "inactive\n", "");
    }

    private Reply status(String unit) {
        Reply state = state(unit);
        return new Reply(state.status(), "\u25cf " + unit + "\n     Active: " + state.output() + journal(services), "");
    }

    private Reply restart(String unit) {
        return services.restart(unit)
                ? Reply.ok("")
                : Reply.failed(
                        1,
                        "Job for " + unit + " failed because the control process exited with error code.\n"
                                + "See \"systemctl status " + unit + "\" and \"journalctl -xeu " + unit
                                + "\" for details.\n");
    }

    private Reply stop(String unit) {
        services.stop(unit);
        return Reply.ok("");
    }
}
