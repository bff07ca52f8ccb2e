package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, false", "0, 1, 5, true", "2, 2, 5, false", "2, 3, 5, true",
        "10%, 1, 10, false", "10%, 2, 10, true", "10%, 1, 5, true", "100%, 5, 5, false"
    })
    void moreThanTheLimitIsTooMany(String limit, int failures, int total, boolean exceeded) {
        assertThat(FailureLimit.parse(limit).exceeded(failures, total)).isEqualTo(exceeded);
    }

    @Test
    void aLimitThatIsNoneIsRefusedWithTheTextSeen() {
        assertThatThrownBy(() -> FailureLimit.parse("a few")).hasMessageContaining("a few");
    }
}
