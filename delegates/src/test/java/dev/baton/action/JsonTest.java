package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

    private final Json told = Json.read("{\"b\": [{\"n\": 1.5}, \"x\"], \"a\": true, \"t\": \"text\"}")
            .orElseThrow();

    @Test
    void partsAreFoundByTheirNames() {
        assertThat(told.isObject()).isTrue();
        assertThat(told.fields()).containsOnlyKeys("b", "a", "t");
        assertThat(told.at("b").items()).hasSize(2);
        assertThat(told.at("b").items().get(0).at("n").number()).contains(1.5);
        assertThat(told.at("a").isTrue()).isTrue();
        assertThat(told.at("t").text()).isEqualTo("text");
    }

    @Test
    void whatIsNotThereOrOtherwiseIsEmpty() {
        assertThat(told.at("nothing").at("deeper").items()).isEmpty();
        assertThat(told.at("t").number()).isEmpty();
        assertThat(told.at("b").text()).isEmpty();
        assertThat(told.at("t").isTrue()).isFalse();
    }

    @Test
    void aTextThatIsCutOffIsNone() {
        assertThat(Json.read("{\"a\": ")).isEmpty();
        assertThat(Json.read("{} trailing")).isEmpty();
    }
}
