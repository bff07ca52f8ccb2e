package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account that is not root: what would change the host is refused in the words of the real programs. */
final class Account {

    private static final int APT_ERROR = 100;
    private static final Set<String> READS = Set.of("-s", "--simulate", "--dry-run");
    private static final Set<String> ASKS =
            Set.of("is-system-running", "list-units", "list-unit-files", "is-active", "is-enabled", "status");

    private final String name;
    private final Map<String, Program> root;

    /** @param root what root can run */
    Account(String name, Map<String, Program> root) {
        this.name = name;
        this.root = root;
    }

    /** @param sudo whether the account may do everything by sudo, without a password */
    Map<String, Program> programs(boolean sudo) {
        Map<String, Program> own = new HashMap<>(root);
        own.putAll(new CallPrograms(own).all());
        own.put(
                "sudo",
                sudo ? root.get("sudo") : (arguments, input) -> Reply.failed(1, "sudo: a password is required\n"));
        own.put("apt-get", this::aptGet);
        own.put("dpkg", this::dpkg);
        own.put("systemctl", this::systemctl);
        own.put("reboot", (arguments, input) -> noReboot());
        own.put("shutdown", (arguments, input) -> noReboot());
        own.put("whoami", (arguments, input) -> Reply.ok(name + "\n"));
        own.put(
                "id",
                (arguments, input) -> Reply.ok(
                        arguments.contains("-u")
                                ? "1000\n"
                                : "uid=1000(" + name + ") gid=1000(" + name + ") groups=1000(" + name + ")\n"));
        return own;
    }

    private Reply aptGet(List<String> arguments, String input) {
        if (arguments.stream().anyMatch(READS::contains) || arguments.contains("check")) {
            return root("apt-get", arguments, input);
        }
        return arguments.contains("update")
                ? new Reply(
                        APT_ERROR,
                        "Reading package lists...\n",
                        "E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\n"
                                + "E: Unable to lock directory /var/lib/apt/lists/\n")
                : Reply.failed(
                        APT_ERROR,
                        "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\n"
                                + "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n");
    }

    private Reply dpkg(List<String> arguments, String input) {
        return arguments.contains("--configure")
                ? Reply.failed(2, "dpkg: error: requested operation requires superuser privilege\n")
                : root("dpkg", arguments, input);
    }

    private Reply systemctl(List<String> arguments, String input) {
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        if (words.isEmpty() || ASKS.contains(words.get(0))) {
            return root("systemctl", arguments, input);
        }
        return words.get(0).equals("reboot")
                ? noReboot()
                : Reply.failed(
                        1,
                        "Failed to " + words.get(0) + " " + String.join(" ", words.subList(1, words.size()))
                                + ": Interactive authentication required.\n");
    }

    private static Reply noReboot() {
        return Reply.failed(1, "Call to Reboot failed: Interactive authentication required.\n");
    }

    private Reply root(String program, List<String> arguments, String input) {
        return root.getOrDefault(program, (words, text) -> Reply.failed(Reply.NOT_FOUND, ""))
                .run(arguments, input);
    }
}
