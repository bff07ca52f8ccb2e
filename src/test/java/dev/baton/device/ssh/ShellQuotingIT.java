package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Random arguments through the shells of a real host: each arrives byte by byte or is refused. */
class ShellQuotingIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static final int ARGUMENTS = 10_000;
    private static final int PER_COMMAND = 500;
    private static final long SEED = 20260302;

    @TempDir
    Path folder;

    @Test
    void tenThousandArgumentsArriveAsTheyAreOrAreRefused() {
        Path canary = folder.resolve("canary");
        List<String> pieces = pieces(canary);
        Random random = new Random(SEED);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < ARGUMENTS; i++) {
            String argument = argument(pieces, random);
            if (isAccepted(argument)) {
                accepted.add(argument);
            }
        }
        List<String> arrived = new ArrayList<>();
        List<String> arrivedInside = new ArrayList<>();

        try (Deadlines deadlines = new Deadlines();
                SshProtocol protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
                DeviceLink link =
                        protocol.open(Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin()))) {
            for (int from = 0; from < accepted.size(); from += PER_COMMAND) {
                String line = print(accepted.subList(from, Math.min(from + PER_COMMAND, accepted.size())));
                arrived.addAll(lines(link.send(Command.exec(line))));
                arrivedInside.addAll(lines(link.send(Command.exec(Shell.POSIX.line("sh", "-c", line)))));
            }
        }

        assertThat(accepted)
                .as("seed %d", SEED)
                .hasSizeGreaterThan(ARGUMENTS / 2)
                .hasSizeLessThan(ARGUMENTS);
        assertThat(arrived).as("seed %d", SEED).isEqualTo(accepted);
        assertThat(arrivedInside).as("seed %d, a shell in the shell", SEED).isEqualTo(accepted);
        assertThat(canary).doesNotExist();
    }

    private static String print(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("printf", "%s\\n"));
        words.addAll(arguments);
        return Shell.POSIX.line(words);
    }

    private static List<String> lines(Answer answer) {
        assertThat(answer.exitStatus()).as(answer.errorOutput()).isZero();
        List<String> lines = List.of(answer.output().split("\n", -1));
        return lines.subList(0, lines.size() - 1);
    }

    private static boolean isAccepted(String argument) {
        try {
            Shell.POSIX.line(argument);
            return true;
        } catch (ActionProblem refusal) {
            assertThat(refusal.problem()).isEqualTo(Problem.BAD_INPUT);
            return false;
        }
    }

    private static List<String> pieces(Path canary) {
        String touch = "touch " + canary;
        List<String> pieces = new ArrayList<>(List.of(
                "$(" + touch + ")",
                "`" + touch + "`",
                "; " + touch + ";",
                "'; " + touch + "; '",
                "\"; " + touch + "; \"",
                "' || " + touch + " || '",
                "\\'; " + touch + "; \\'",
                "& " + touch + " &",
                "| " + touch,
                "> " + canary,
                "<(" + touch + ")",
                "\n" + touch + "\n",
                "${IFS}",
                "$HOME",
                "~root",
                "{a,b}",
                "!!",
                "--",
                "-n",
                "%s",
                "%n",
                "\\0",
                "\\",
                "\\\\",
                "''",
                "'\\''",
                "\u00e9",
                "\u4e2d\u6587",
                "\ud83d\ude00",
                "\ud83d",
                "\u0085",
                "\u2028",
                "\ufeff",
                "\u0000",
                "\r",
                "\u001b[2J",
                "\u007f"));
        IntStream.rangeClosed(' ', '~')
                .forEach(c ->
                        pieces.addAll(List.of(Character.toString(c), Character.toString(c), Character.toString(c))));
        return pieces;
    }

    private static String argument(List<String> pieces, Random random) {
        StringBuilder argument = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            argument.append(pieces.get(random.nextInt(pieces.size())));
        }
        return argument.toString();
    }
}
