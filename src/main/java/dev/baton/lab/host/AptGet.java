package dev.baton.lab.host;

import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists, downloads and installs packages. */
final class AptGet implements Program {

    private static final int ERROR = 100;
    private static final Duration INSTALLATION = Duration.ofMillis(1_200);
    private static final String HEAD =
            "Reading package lists...\nBuilding dependency tree...\nReading state information...\n";

    private final Packages packages;
    private final Kernel kernel;
    private final Services services;
    private final Power power;

    AptGet(Packages packages, Kernel kernel, Services services, Power power) {
        this.packages = packages;
        this.kernel = kernel;
        this.services = services;
        this.power = power;
    }

    @Override
    public Reply run(List<String> arguments, String input) {
        Call call = Call.of(arguments);
        return switch (call.action()) {
            case "update" -> Reply.ok(HEAD.lines().findFirst().orElse("") + "\n");
            case "dist-upgrade", "full-upgrade", "upgrade" ->
                upgrade(call, call.has("--ignore-hold") ? packages.offered() : packages.pending());
            case "install" -> install(call);
            case "check", "clean", "autoremove" -> Reply.ok(HEAD);
            default -> Reply.failed(ERROR, "E: Invalid operation " + call.action() + "\n");
        };
    }

    private Reply install(Call call) {
        if (call.has("--allow-downgrades")) {
            return back(call);
        }
        if (call.has("--reinstall")) {
            return locked(call, () -> {
                call.names().forEach(name -> services.repair(name + ".service"));
                return Reply.ok(HEAD + "Setting up " + String.join(", ", call.names()) + " ...\n");
            });
        }
        for (String name : call.names()) {
            boolean known = packages.installed().containsKey(name)
                    || packages.pending().stream()
                            .anyMatch(update -> update.name().equals(name));
            if (!known) {
                return new Reply(ERROR, HEAD, "E: Unable to locate package " + name + "\n");
            }
        }
        return upgrade(call, packages.pendingOf(call.names()));
    }

    private Reply upgrade(Call call, List<Update> updates) {
        String summary = HEAD + summary(updates);
        if (call.has("-s")) {
            return Reply.ok(summary
                    + updates.stream().map(Update::instLine).collect(Collectors.joining())
                    + updates.stream().map(Update::confLine).collect(Collectors.joining()));
        }
        if (updates.isEmpty()) {
            return Reply.ok(summary);
        }
        return locked(call, () -> {
            if (!power.work(INSTALLATION)) {
                return Reply.failed(ERROR, "E: Sub-process /usr/bin/dpkg received signal 15.\n");
            }
            packages.install(updates);
            updates.forEach(this::takeEffect);
            return Reply.ok(summary + progress(updates));
        });
    }

    private Reply back(Call call) {
        List<Update> updates = new ArrayList<>();
        for (String wanted : call.names()) {
            String[] parts = wanted.split("=", 2);
            Optional<Update> brought = packages.broughtFrom(parts[0], parts.length > 1 ? parts[1] : "");
            if (brought.isEmpty()) {
                return new Reply(
                        ERROR,
                        HEAD,
                        "E: Version '" + parts[parts.length - 1] + "' for '" + parts[0] + "' was not found\n");
            }
            updates.add(brought.get());
        }
        String summary =
                HEAD + "The following packages will be DOWNGRADED:\n  " + String.join(" ", names(updates)) + "\n";
        if (call.has("-s")) {
            return Reply.ok(
                    summary + updates.stream().map(Update::downgradeLine).collect(Collectors.joining()));
        }
        return locked(call, () -> {
            packages.takeBack(updates);
            updates.stream()
                    .flatMap(update -> Stream.ofNullable(update.restarts()))
                    .forEach(services::repair);
            return Reply.ok(summary);
        });
    }

    private void takeEffect(Update update) {
        if (update.kernel() != null) {
            kernel.install(update.kernel());
        }
        if (update.restarts() != null) {
            services.updated(update.restarts());
        }
    }

    private Reply locked(Call call, java.util.function.Supplier<Reply> work) {
        if (!packages.lock(call.lockTimeout())) {
            return Reply.failed(
                    ERROR,
                    "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 (apt-get)\n"
                            + "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process"
                            + " using it?\n");
        }
        try {
            return work.get();
        } finally {
            packages.unlock();
        }
    }

    private static String summary(List<Update> updates) {
        List<String> fresh =
                names(updates.stream().filter(update -> update.from() == null).toList());
        List<String> known =
                names(updates.stream().filter(update -> update.from() != null).toList());
        return (fresh.isEmpty()
                        ? ""
                        : "The following NEW packages will be installed:\n  " + String.join(" ", fresh) + "\n")
                + (known.isEmpty()
                        ? ""
                        : "The following packages will be upgraded:\n  " + String.join(" ", known) + "\n")
                + known.size() + " upgraded, " + fresh.size() + " newly installed, 0 to remove and 0 not upgraded.\n";
    }

    private static String progress(List<Update> updates) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Update update : updates) {
            lines.add(
                    "Get:" + number++ + " http://mirror.lab.example/debian " + update.name() + " amd64 " + update.to());
        }
        updates.forEach(update -> lines.add("Unpacking " + update.name() + " (" + update.to() + ")"
                + (update.from() == null ? "" : " over (" + update.from() + ")") + " ..."));
        updates.forEach(update -> lines.add("Setting up " + update.name() + " (" + update.to() + ") ..."));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> names(List<Update> updates) {
        return updates.stream().map(Update::name).toList();
    }

    /** An action, its options and the packages it names. */
    private record Call(String action, List<String> options, List<String> names) {

        static Call of(List<String> arguments) {
            List<String> options = new ArrayList<>();
            List<String> words = new ArrayList<>();
            for (int index = 0; index < arguments.size(); index++) {
                String word = arguments.get(index);
                if (word.equals("-o") && index + 1 < arguments.size()) {
                    options.add(arguments.get(++index));
                } else if (word.startsWith("-")) {
                    options.add(word);
                } else {
                    words.add(word);
                }
            }
            return words.isEmpty()
                    ? new Call("", options, List.of())
                    : new Call(words.get(0), options, List.copyOf(words.subList(1, words.size())));
        }

        boolean has(String option) {
            return options.contains(option);
        }

        long lockTimeout() {
            return options.stream()
                    .filter(option -> option.matches("DPkg::Lock::Timeout=\\d{1,6}"))
                    .mapToLong(option -> Long.parseLong(option.substring(option.indexOf('=') + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }
}
