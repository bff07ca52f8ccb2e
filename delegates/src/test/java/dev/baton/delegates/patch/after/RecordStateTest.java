package dev.baton.delegates.patch.after;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.LastSeen;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordStateTest {

    private static final String OLD = "ii  bash 5.2-1\nii  libssl3:amd64 3.0.1\nrc  nginx 1.0\nii  tzdata 2024a\n";
    private static final String NEW =
            "ii  bash 5.2-2\nii  libssl3:amd64 3.0.2\nii  linux-image-6.1 6.1\nii  tzdata 2024a\n";
    private static final RecordStateInputs BEFORE = Inputs.bind(RecordStateInputs.class, Map.of());
    private static final RecordStateInputs AFTER = Inputs.bind(RecordStateInputs.class, Map.of("phase", "after"));

    private final LastSeen past = new LastSeen();
    private final RecordState recordState = new RecordState(past);

    @Test
    void whatDiffersIsToldAndKept() {
        look(host(OLD, "a", "nginx.service", "cron.service"), BEFORE);

        Result result = look(host(NEW, "b", "postfix.service", "nginx.service"), AFTER);

        assertThat(result.summary())
                .startsWith("3 packages changed: bash 5.2-1 to 5.2-2, libssl3:amd64 3.0.1 to 3.0.2")
                .endsWith("; kernel 6.1.0-a to 6.1.0-b; rebooted");
        assertThat(result.facts())
                .containsEntry("failedSince", List.of("postfix.service"))
                .containsEntry("stoppedSince", List.of("cron.service"))
                .containsEntry("rebooted", true);
        assertThat(result.observations()).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo("patching");
            assertThat(kept.history()).isTrue();
            assertThat(kept.content()).containsEntry("bootIdBefore", "boot-a").containsEntry("run", "RUN-000042");
        });
    }

    @Test
    void theFirstLookOfARunStands() {
        look(host(OLD, "a", "", ""), BEFORE);
        look(host(NEW, "a", "", ""), BEFORE);

        assertThat(look(host(NEW, "a", "", ""), AFTER).summary()).startsWith("3 packages changed");
    }

    @Test
    void theVersionsFromBeforeAreWhatTheWayBackTakes() {
        look(host(OLD, "a", "", ""), BEFORE);

        Map<String, Object> variables = recordState.summarise(Map.of("web1", look(host(NEW, "a", "", ""), AFTER)));

        assertThat(variables.get("versionsBefore")).isEqualTo(List.of("web1 bash=5.2-1", "web1 libssl3:amd64=3.0.1"));
        assertThat(variables).containsEntry("changedPackages", 3);
        assertThat(variables.get("stateTable"))
                .asList()
                .containsExactly(Map.of(
                        "device", "web1",
                        "packages", 3,
                        "kernel", "6.1.0-a",
                        "rebooted", "no",
                        "failed", "",
                        "stopped", ""));
    }

    @Test
    void withoutALookBeforeNothingCanBeCompared() {
        assertProblem(Problem.CHECK_FAILED, () -> look(host(NEW, "a", "", ""), AFTER));
    }

    @Test
    void aHostThatTellsNoPackageIsIncomplete() {
        assertProblem(Problem.ANSWER_INCOMPLETE, () -> look(host("", "a", "", ""), BEFORE));
    }

    private Result look(ScriptedSession host, RecordStateInputs inputs) {
        Result result = host.perform(recordState, inputs);
        result.observations().forEach(seen -> past.keep("dev1", seen));
        return result;
    }

    private static ScriptedSession host(String packages, String boot, String failed, String running) {
        return ScriptedSession.host()
                .on("dpkg-query", packages)
                .on("rpm ", 127, "")
                .on("uname", "6.1.0-" + boot + "\n")
                .on("boot_id", "boot-" + boot + "\n")
                .on("--failed", failed + " loaded failed failed\n")
                .on("list-units", running + " loaded active running\n");
    }
}
