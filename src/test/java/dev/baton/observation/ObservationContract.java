package dev.baton.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Observation;
import dev.baton.action.Observations.Seen;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What observations must do on every database. */
abstract class ObservationContract {

    private KeptObservations observations;

    abstract TestDatabase database();

    @BeforeEach
    void emptyDatabase() {
        TestDatabase database = database();
        observations = new StoredObservations(JdbcClient.create(database.jdbc()), database.transactions());
    }

    @Test
    void nothingWasSeenAtFirst() {
        assertThat(observations.latest("sw1", "firmware")).isEmpty();
        assertThat(observations.history("sw1", "firmware", 10)).isEmpty();
        assertThat(observations.latest("firmware")).isEmpty();
    }

    @Test
    void whatIsKeptHasItsHistory() {
        keep("RUN-000001", Observation.kept("firmware", Map.of("version", "15.2(7)E3")));
        keep("RUN-000002", Observation.kept("firmware", Map.of("version", "15.2(7)E3")));
        keep("RUN-000003", Observation.kept("firmware", Map.of("version", "15.2(7)E8")));

        assertThat(observations.history("sw1", "firmware", 10))
                .extracting(Seen::content, Seen::run)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Map.of("version", "15.2(7)E8"), "RUN-000003"),
                        org.assertj.core.api.Assertions.tuple(Map.of("version", "15.2(7)E3"), "RUN-000002"));
        assertThat(observations.latest("sw1", "firmware"))
                .hasValueSatisfying(seen -> assertThat(seen.content()).containsEntry("version", "15.2(7)E8"));
    }

    @Test
    void whatWasSeenBeforeMayComeBack() {
        keep("RUN-000001", Observation.kept("firmware", Map.of("version", "1")));
        keep("RUN-000002", Observation.kept("firmware", Map.of("version", "2")));
        keep("RUN-000003", Observation.kept("firmware", Map.of("version", "1")));

        assertThat(observations.history("sw1", "firmware", 2))
                .extracting(seen -> seen.content().get("version"))
                .containsExactly("1", "2");
    }

    @Test
    void ofTheLatestOnlyOneIsKept() {
        keep("RUN-000001", Observation.latest("log-bookmark", Map.of("cursor", "a", "lines", 3)));
        keep("RUN-000002", Observation.latest("log-bookmark", Map.of("cursor", "b", "lines", 4)));

        assertThat(observations.history("sw1", "log-bookmark", 10))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.content()).isEqualTo(Map.of("cursor", "b", "lines", 4));
                    assertThat(seen.run()).isEqualTo("RUN-000002");
                });
    }

    @Test
    void theLatestOfAllDevicesIsListed() {
        observations.keep("RUN-000001", "sw2", List.of(Observation.kept("firmware", Map.of("version", "2"))));
        keep("RUN-000001", Observation.kept("firmware", Map.of("version", "1")));
        keep("RUN-000001", Observation.kept("health", Map.of("worst", "OK")));

        assertThat(observations.latest("firmware")).containsOnlyKeys("sw1", "sw2");
    }

    private void keep(String run, Observation observation) {
        observations.keep(run, "sw1", List.of(observation));
    }
}
