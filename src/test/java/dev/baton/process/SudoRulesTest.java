package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.Observations;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.testing.Programs;
import dev.baton.testing.RememberedObservations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What an administrator allows by sudo is what the delegates send, no more and no less. */
class SudoRulesTest {

    private static final Path LAB = Path.of("..", "docker", "lab", "sudoers");
    private static final Path GUIDE = Path.of("..", "docs", "administrator.md");
    private static final String ALLOWED = "ops ALL=(root) NOPASSWD: /usr/bin/";
    private static final String SUDO = "sudo -n ";

    /** What the script {@code unix/end.sh} sends: the end of one process group, never of 1 and so of all. */
    private static final String ENDING = ALLOWED + "kill ^-KILL -- -[1-9][0-9]+$";

    /** The names of packages follow, and nothing that apt-get could take for an option. */
    private static final String PACKAGES = "( [a-z0-9][a-z0-9+.:-]*)+";

    private static final String UNITS = "( [A-Za-z0-9:_.@-]+)+";

    /** A version to go back to, and whatever may stand in its place. */
    private static final String SAMPLE = " sample=1";

    private static final String VERSIONS = "( [a-z0-9][a-z0-9+.:-]*=[A-Za-z0-9+.:~-]+)+";

    /** How a loop over the drives of a host names one of them, and what may be named so. */
    private static final String EACH_DRIVE = " \"$disk\"; done";

    private static final String DRIVE = " /dev/[a-z0-9]+";

    @Test
    void theLabsHostsAllowWhatIsSent() throws IOException {
        assertThat(rules(LAB)).isEqualTo(wanted());
    }

    @Test
    void theGuideTellsWhatIsSent() throws IOException {
        assertThat(rules(GUIDE)).isEqualTo(wanted());
    }

    @Test
    void sudoUnderstandsTheRules() {
        Programs.require("/usr/sbin/visudo");

        assertThat(Programs.run("/usr/sbin/visudo", "-c", "-f", LAB.toString())).contains("parsed OK");
    }

    private static Set<String> rules(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(ALLOWED))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> wanted() {
        return Stream.concat(
                        rendered()
                                .map(Command::text)
                                .filter(text -> text.contains(SUDO))
                                .map(SudoRulesTest::rule),
                        Stream.of(ENDING))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rule(String text) {
        int last = text.lastIndexOf(SUDO);
        String[] words = text.substring(last + SUDO.length()).split(" ", 2);
        if (last == 0 && words[1].endsWith(SAMPLE)) {
            return ALLOWED + words[0] + " ^" + words[1].replace(SAMPLE, VERSIONS) + "$";
        }
        if (last == 0) {
            return ALLOWED + String.join(" ", words).replaceAll("[,:=\\\\]", "\\\\$0");
        }
        if (words[1].endsWith(EACH_DRIVE)) {
            return ALLOWED + words[0] + " ^" + words[1].replace(EACH_DRIVE, DRIVE) + "$";
        }
        return ALLOWED + words[0] + " ^" + words[1] + (words[0].equals("systemctl") ? UNITS : PACKAGES) + "$";
    }

    private static Stream<Command> rendered() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Findings.class, () -> mock());
            context.registerBean(Observations.class, RememberedObservations::new);
            context.registerBean(Decisions.class, () -> mock());
            context.scan(
                    "dev.baton.delegates.patch",
                    "dev.baton.delegates.reboot",
                    "dev.baton.delegates.health",
                    "dev.baton.delegates.logs");
            context.refresh();
            return context.getBeansOfType(DeviceDelegate.class).values().stream()
                    .flatMap(delegate -> Stream.of("all", "security").flatMap(scope -> render(delegate, scope)))
                    .toList()
                    .stream();
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Command> render(DeviceDelegate<?> delegate, String scope) {
        Device host = new Device("web-01", "192.0.2.1", "linux", null, null, Set.of(), Criticality.LOW, null, false);
        Dialect linux = TestPlatforms.shipped().of("linux");
        Class<? extends Record> inputs =
                delegate.getClass().getAnnotation(Delegate.class).inputs();
        List<Command> commands = ((DeviceDelegate<Record>) delegate)
                .render(host, linux, Inputs.bind(inputs, Map.of("scope", scope, "versions", "web-01" + SAMPLE)));
        return commands.stream();
    }
}
