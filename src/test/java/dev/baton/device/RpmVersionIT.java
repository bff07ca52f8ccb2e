package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.delegates.version.RpmVersion;
import dev.baton.testing.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order of versions, asked of rpm itself. */
class RpmVersionIT {

    private static final String RPM = "/usr/bin/rpm";
    private static final String[] PIECES = {
        "0", "00", "1", "2", "10", "a", "b", "rc", "Z", ".", "_", "~", "^", "+", "el9"
    };

    @BeforeAll
    static void start() {
        Programs.require(RPM);
    }

    @Test
    void labelsOfAllShapesAreOrderedAsRpmOrdersThem() {
        Random random = new Random(9);
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            left.add(label(random));
            right.add(label(random));
        }

        List<Integer> asked = asked(left, right);

        for (int i = 0; i < left.size(); i++) {
            assertThat(Integer.signum(RpmVersion.compare(left.get(i), right.get(i))))
                    .as("%s and %s", left.get(i), right.get(i))
                    .isEqualTo(asked.get(i));
        }
    }

    private static String label(Random random) {
        return random.ints(1 + random.nextInt(5), 0, PIECES.length)
                .mapToObj(piece -> PIECES[piece])
                .collect(Collectors.joining("", "1", ""));
    }

    private static List<Integer> asked(List<String> left, List<String> right) {
        String program = "local l, r = {" + quoted(left) + "}, {" + quoted(right)
                + "}; for i = 1, #l do print(rpm.vercmp(l[i], r[i]), '\\n') end";
        return Programs.run(RPM, "--eval", "%{lua:" + program + "}")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private static String quoted(List<String> labels) {
        return labels.stream().map(label -> "'" + label + "'").collect(Collectors.joining(","));
    }
}
