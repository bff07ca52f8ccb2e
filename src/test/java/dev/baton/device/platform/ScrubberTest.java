package dev.baton.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubberTest {

    @ParameterizedTest
    @CsvSource({
        "^\\s*password (\\S+),true",
        "^(?:a|b) (\\S+),true",
        "^a[|](\\S+),true",
        "^a\\|(\\S+),true",
        "^a (\\S+)|b (\\S+),false",
        "password (\\S+),false",
        "(?i)^password (\\S+),false"
    })
    void onlyWhatEveryAlternativeAnchorsIsLookedForAtLines(String expression, boolean anchored) {
        assertThat(Scrubber.startsLines(expression)).isEqualTo(anchored);
    }

    @Test
    void everyLineIsLookedAtTheFirstAndTheLastToo() {
        assertThat(scrub("^\\s*key (\\S+)", "key a\n\n  key b\nno key c\nkey d"))
                .isEqualTo(
                        "key <scrubbed:hash-of-a>\n\n  key <scrubbed:hash-of-b>\nno key c\nkey <scrubbed:hash-of-d>");
    }

    @Test
    void aSecretMayGoOverLines() {
        assertThat(scrub("^set key \"([^\"]*)\"", "set key \"a\nb\"\nset key \"c\""))
                .isEqualTo("set key \"<scrubbed:hash-of-a\nb>\"\nset key \"<scrubbed:hash-of-c>\"");
    }

    @Test
    void aLoneCarriageReturnEndsALineToo() {
        assertThat(scrub("^key (\\S+)", "one\rkey a")).isEqualTo("one\rkey <scrubbed:hash-of-a>");
    }

    @Test
    void aPatternMayGoOnFromItsLastMatch() {
        assertThat(scrub("(?:^list$|\\G)\\nadd (\\S+)$", "add x\nlist\nadd a\nadd b\nend\nadd c"))
                .isEqualTo("add x\nlist\nadd <scrubbed:hash-of-a>\nadd <scrubbed:hash-of-b>\nend\nadd c");
    }

    private static String scrub(String expression, String text) {
        return new Scrubber(List.of(Pattern.compile(expression, Pattern.MULTILINE)), secret -> "hash-of-" + secret)
                .scrub(text);
    }
}
