package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchSizesTest {

    @Test
    void percentagesAreOfTheWholeSetAndRoundedUp() {
        assertThat(batches("1, 10%, 50%, rest", 25)).containsExactly(1, 3, 13, 8);
    }

    @Test
    void theLastSizeRepeatsUntilEveryDeviceWasTaken() {
        assertThat(batches("2", 5)).containsExactly(2, 2, 1);
    }

    @Test
    void aBatchIsNeverLargerThanWhatRemains() {
        assertThat(batches("100, rest", 3)).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1,,2", "ten", "-1", "5 %"})
    void aSizeThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> BatchSizes.parse(text)).hasMessageContaining("batches takes sizes");
    }

    private static List<Integer> batches(String text, int total) {
        BatchSizes sizes = BatchSizes.parse(text);
        List<Integer> batches = new ArrayList<>();
        for (int left = total; left > 0; left -= batches.get(batches.size() - 1)) {
            batches.add(sizes.size(batches.size(), total, left));
        }
        return batches;
    }
}
