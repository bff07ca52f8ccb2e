package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MibObjectTest {

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 2, INTEGER, 2, true",
        "INTEGER, down, INTEGER, 2, true",
        "INTEGER, 2, INTEGER, 1, false",
        "INTEGER, 2, noSuchInstance, '', false",
        "RowStatus, 4, INTEGER, 1, true",
        "RowStatus, 4, INTEGER, 3, false",
        "RowStatus, 5, INTEGER, 3, true",
        "RowStatus, 6, noSuchInstance, '', true",
        "RowStatus, 6, INTEGER, 1, false",
        "TestAndIncr, 7, INTEGER, 8, true",
        "TestAndIncr, 7, INTEGER, 7, false",
        "TestAndIncr, 2147483647, INTEGER, 0, true"
    })
    void whatWasSetShowsAsTheSyntaxSays(String syntax, String set, String type, String seen, boolean holds) {
        MibObject object = new MibObject("x", "1.3.6.1.9", syntax, Map.of(2, "down"), "X-MIB");

        assertThat(object.holds(set, new Binding("1.3.6.1.9.0", type, seen))).isEqualTo(holds);
    }
}
