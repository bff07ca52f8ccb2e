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
        return Map.of(
                "dpkg", this::dpkg,
                "dpkg-query", (arguments, input) -> Reply.ok(list(format(arguments), named(arguments))),
                "apt-mark", (arguments, input) -> Reply.ok(held()),
                "apt-cache", (arguments, input) -> Reply.ok("Package files:\nPinned packages:\n"));
    }

    private Reply dpkg(List<String> arguments, String input) {
        if (arguments.contains("--audit") || arguments.contains("-C") || arguments.contains("--configure")) {
            return Reply.ok("");
        }
        return arguments.contains("-l")
                ? Reply.ok(list("${db:Status-Abbrev} ${Package}  ${Version}  ${Architecture}\n", List.of()))
                : Reply.failed(2, "dpkg: error: need an action option\n");
    }

    private static String format(List<String> arguments) {
        int option = arguments.indexOf("-f");
        return option >= 0 && option + 1 < arguments.size()
                ? arguments.get(option + 1).replace("\\n", "\n").replace("\\t", "\t")
                : "${Package}\t${Version}\n";
    }

    /** The packages that are asked for after the format; none means all. */
    private static List<String> named(List<String> arguments) {
        int option = arguments.indexOf("-f");
        return option >= 0 && option + 2 < arguments.size()
                ? arguments.subList(option + 2, arguments.size())
                : List.of();
    }

    private String held() {
        return packages.held().stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    private String list(String format, List<String> named) {
        return new TreeMap<>(packages.installed())
                .entrySet().stream()
                        .filter(entry -> named.isEmpty() || named.contains(entry.getKey()))
                        .map(entry -> format.replace("${Package}", entry.getKey())
                                .replace("${binary:Package}", entry.getKey())
                                .replace("${Version}", entry.getValue())
                                .replace("${source:Package}", entry.getKey())
                                .replace("${source:Version}", entry.getValue().replaceFirst("\\+b\\d+$", ""))
                                .replace("${Architecture}", "amd64")
                                .replace("${db:Status-Abbrev}", "ii "))
                        .collect(Collectors.joining());
    }
}
