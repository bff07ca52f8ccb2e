package dev.baton.delegates.config;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStyle;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    private static final ConfigTree RUNNING = sections("interface Gi0/1\n description uplink\n shutdown\n");

    @Test
    void valuesStandForTheirNames() {
        Wish wish = wish("interface {{ port }}\n mtu {{mtu}}", Map.of("values", "port=Gi0/1\nmtu = 9000"));

        assertThat(wish.lines().paths())
                .containsExactly(List.of("interface Gi0/1"), List.of("interface Gi0/1", "mtu 9000"));
        assertThat(wish.expected()).isEqualTo(wish.lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"port=", "=x", "port", "port=a b", "port=$(id)", "port=a;b", "port=`id`", "port=a|b", "p|t=a"})
    void aValueIsOneHarmlessWord(String pair) {
        assertProblem(Problem.BAD_INPUT, () -> wish("interface {{port}}", Map.of("values", pair)))
                .hasMessageContaining("name=value");
    }

    @Test
    void aValueMustNotBeginAnotherLine() {
        assertProblem(
                Problem.BAD_INPUT, () -> wish("interface {{port}}", Map.of("values", List.of("port=Gi0/1\nreload"))));
    }

    @ParameterizedTest
    @CsvSource({"interface {{port}}, mtu=9000, need a value for {{port}}", "hostname sw1, mtu=9000, stand nowhere"})
    void aNameWithoutValueAndAValueWithoutNameAreRefused(String lines, String value, String reason) {
        assertProblem(Problem.BAD_INPUT, () -> wish(lines, Map.of("values", value)))
                .hasMessageContaining(reason);
    }

    @Test
    void linesAreNeeded() {
        assertProblem(Problem.BAD_INPUT, () -> wish(" \n", Map.of())).hasMessageContaining("lines");
        assertProblem(Problem.BAD_INPUT, () -> wish("! nothing\n", Map.of())).hasMessageContaining("lines");
    }

    @Test
    void theWayBackTakesAwayWhatWasNotThereInTheOtherDirection() {
        Wish wish = wish("interface Gi0/1\n shutdown\n mtu 9000\nvlan 30\n name lab\n", Map.of());

        assertThat(wish.wayBack(RUNNING))
                .containsExactly(List.of("no vlan 30"), List.of("interface Gi0/1", "no mtu 9000"));
        assertThat(wish.everyWayBack()).containsAll(wish.wayBack(RUNNING));
    }

    @Test
    void whatWasTakenAwayIsPutBack() {
        assertThat(wish("interface Gi0/1\n no shutdown", Map.of()).wayBack(RUNNING))
                .containsExactly(List.of("interface Gi0/1", "shutdown"));
    }

    @Test
    void linesOfTheAuthorAreTheWayBackAsTheyAre() {
        Wish wish = wish("hostname sw2", Map.of("backOut", "hostname sw1"));

        assertThat(wish.wayBack(RUNNING)).containsExactly(List.of("hostname sw1"));
    }

    private static Wish wish(String lines, Map<String, Object> others) {
        Map<String, Object> given = new HashMap<>(others);
        given.put("lines", lines);
        return Wish.of(Inputs.bind(ApplyConfigInputs.class, given), ConfigStyle.SECTIONS);
    }

    private static ConfigTree sections(String text) {
        return ConfigTree.of(text, ConfigStyle.SECTIONS);
    }
}
