package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Programs that tell which packages are installed. */
final class DpkgPrograms {

    private final Packages packages;

    DpkgPrograms(Packages packages) {
        this.packages = packages;
    }

    Map<String, Program> all() {
        return Map.of("dpkg", this::dpkg, "dpkg-query", (arguments, input) -> Reply.ok(list("%s\t%s\n")));
    }

    private Reply dpkg(List<String> arguments, String input) {
        if (arguments.contains("--audit") || arguments.contains("-C") || arguments.contains("--configure")) {
            return Reply.ok("");
        }
        return arguments.contains("-l")
                ? Reply.ok(list("ii  %s  %s  amd64\n"))
                : Reply.failed(2, "dpkg: error: need an action option\n");
    }

    private String list(String format) {
        return new TreeMap<>(packages.installed())
                .entrySet().stream()
                        .map(entry -> String.format(format, entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }
}
