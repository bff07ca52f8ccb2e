package dev.baton.delegates.reboot;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which a distribution says that a host should be rebooted; one whose tool is absent says nothing. */
enum RebootSign {
    /** Made by Ubuntu, and on Debian by unattended-upgrades; everybody may see it. */
    REBOOT_REQUIRED_FILE("test", "-e", "/var/run/reboot-required") {
        @Override
        Command command(Privilege privilege) {
            return super.command(Privilege.LOGIN);
        }

        @Override
        Optional<String> in(Answer answer) {
            return exit(answer, 0) ? Optional.of("/var/run/reboot-required exists") : Optional.empty();
        }
    },
    /** Debian's needrestart: 2 and 3 mean that a newer kernel waits. */
    NEEDRESTART("env", "LC_ALL=C", "needrestart", "-b", "-k") {
        @Override
        Optional<String> in(Answer answer) {
            return KERNEL_WAITS.matcher(answer.output()).find()
                    ? Optional.of("needrestart: a newer kernel is installed than the one that runs")
                    : Optional.empty();
        }
    },
    /** For a Debian without either: the link that a new kernel leaves behind. */
    KERNEL_LINK() {
        @Override
        Command command(Privilege privilege) {
            return Command.exec("test -L /vmlinuz && test \"$(readlink /vmlinuz)\" != \"boot/vmlinuz-$(uname -r)\"");
        }

        @Override
        Optional<String> in(Answer answer) {
            return exit(answer, 0)
                    ? Optional.of("/vmlinuz is another kernel than the one that runs")
                    : Optional.empty();
        }
    },
    /** Exit status 1 also means "no such command", so the sentence counts too. */
    DNF("env", "LC_ALL=C", "dnf", "-q", "needs-restarting", "-r") {
        @Override
        Optional<String> in(Answer answer) {
            return exit(answer, 1) && answer.output().contains("Reboot is required")
                    ? Optional.of("dnf: core libraries or services were updated")
                    : Optional.empty();
        }
    },
    ZYPPER("env", "LC_ALL=C", "zypper", "needs-rebooting") {
        @Override
        Optional<String> in(Answer answer) {
            return exit(answer, 102) ? Optional.of("zypper: an update asks for a reboot") : Optional.empty();
        }
    };

    private static final Pattern KERNEL_WAITS = Pattern.compile("^NEEDRESTART-KSTA: [23]$", Pattern.MULTILINE);

    private final String[] words;

    RebootSign(String... words) {
        this.words = words;
    }

    Command command(Privilege privilege) {
        return Command.exec(privilege.line(words)).within(Duration.ofMinutes(1));
    }

    /** Why the host should be rebooted, if the answer says so. */
    abstract Optional<String> in(Answer answer);

    private static boolean exit(Answer answer, int status) {
        return answer.exitStatus() != null && answer.exitStatus() == status;
    }
}
