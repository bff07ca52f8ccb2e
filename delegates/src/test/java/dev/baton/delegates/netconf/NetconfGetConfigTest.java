package dev.baton.delegates.netconf;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetconfGetConfigTest {

    private final List<String> kept = new ArrayList<>();
    private final NetconfGetConfig netconfGetConfig = new NetconfGetConfig(dump -> {
        kept.add(dump.configuration());
        return new Revision(kept.size(), "", true, 1, 0);
    });
    private final ScriptedSession device = ScriptedSession.of(ScriptedDialect.SWITCH);

    @Test
    void aPartIsAskedForByItsElements() {
        device.on("<get-config><source><startup/></source>", "<data><a>hunter2</a></data>\n");

        var result = device.perform(netconfGetConfig, inputs("source", "STARTUP", "filter", "<a xmlns=\"urn:a\"/>"));

        assertThat(device.sent().get(0)).contains("type=\"subtree\"", "<a xmlns=\"urn:a\"/>");
        assertThat(String.valueOf(result.facts().get("config"))).contains("<a>").doesNotContain("hunter2");
        assertThat(kept).isEmpty();
    }

    @Test
    void whatIsKeptIsARevisionWithoutSecrets() {
        device.on("<get-config>", "<data><a>hunter2</a></data>\n");

        var result = device.perform(netconfGetConfig, inputs("keep", "true"));

        assertThat(result.facts()).containsEntry("revision", 1).containsEntry("configChanged", true);
        assertThat(kept).singleElement().asString().contains("<a>").doesNotContain("hunter2");
    }

    @Test
    void anAnswerWithoutDataIsNoConfiguration() {
        device.on("<get-config>", "<ok/>\n");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> device.perform(netconfGetConfig, inputs("keep", "true")))
                .hasMessageContaining("dev1: wanted the element data");
        assertThat(kept).isEmpty();
    }

    private static NetconfGetConfigInputs inputs(String... pairs) {
        Map<String, String> given =
                pairs.length == 2 ? Map.of(pairs[0], pairs[1]) : Map.of(pairs[0], pairs[1], pairs[2], pairs[3]);
        return Inputs.bind(NetconfGetConfigInputs.class, given);
    }
}
