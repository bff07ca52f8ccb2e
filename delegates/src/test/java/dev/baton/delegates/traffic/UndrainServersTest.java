package dev.baton.delegates.traffic;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndrainServersTest {

    private final UndrainServers undrainServers = new UndrainServers(new NamedSets());
    private final CheckDrained checkDrained = new CheckDrained(new NamedSets());

    @Test
    void aServerGetsRequestsOnlyAfterFreshChecksHavePassed() {
        ScriptedSession balancer = balancer("MAINT|", "DOWN|L7OK", "DOWN 1/2|L7OK", "DRAIN|L7OK", "UP|* L7OK");

        assertThat(balancer.perform(undrainServers, inputs(Map.of())).changed()).isTrue();

        assertThat(balancer.sent())
                .extracting(text -> text.replaceAll("^printf '%s.n' '(.*)' [|].*", "$1"))
                .containsExactly(
                        "show stat",
                        "set server web/web1 state drain",
                        "set server web/web1 health down",
                        "show stat",
                        "show stat",
                        "show stat",
                        "set server web/web1 state ready",
                        "show stat");
        assertThat(balancer.waited()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void oneThatIsUpIsLeftAlone() {
        assertThat(balancer("UP|L4OK").perform(undrainServers, inputs(Map.of())).changed())
                .isFalse();
    }

    @Test
    void aServerThatServesIsNeverTakenOutOfTheTraffic() {
        ScriptedSession falling = balancer("UP 1/2|L7TOUT", "UP|L7OK");
        ScriptedSession unchecked = balancer("no check|");

        assertThat(falling.perform(undrainServers, inputs(Map.of())).changed()).isFalse();
        assertProblem(Problem.CHECK_FAILED, () -> unchecked.perform(undrainServers, inputs(Map.of())))
                .hasMessageContaining("no health check for web/web1");
        assertThat(falling.sent()).noneMatch(text -> text.contains("set server"));
        assertThat(unchecked.sent()).noneMatch(text -> text.contains("set server"));
    }

    @Test
    void anUnfitServerStaysOutOfTheTraffic() {
        ScriptedSession balancer = balancer("MAINT|", "DOWN|L7STS");

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(undrainServers, inputs(Map.of())))
                .hasMessageContaining("not fit after PT2M: web/web1 is DOWN (L7STS)");
        assertThat(balancer.sent()).noneMatch(text -> text.contains("state ready"));
    }

    @Test
    void aReloadSinceTheDrainIsNamed() {
        ScriptedSession balancer =
                balancer("UP|L7OK").on("show info", "Pid: 5000\n").knowing("haproxyProcess", "4711");

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(checkDrained, inputs(Map.of())))
                .hasMessageContaining("web/web1 is UP (L7OK); haproxy was reloaded since: process 5000, then 4711");
    }

    @Test
    void aServerInMaintenanceIsDrained() {
        assertThat(balancer("MAINT|").perform(checkDrained, inputs(Map.of())).changed())
                .isFalse();
    }

    private static ScriptedSession balancer(String... states) {
        ScriptedSession balancer = ScriptedSession.host().on("set server", "\n");
        for (String state : states) {
            balancer.on(Stat.SHOW, Stat.of("web|web1|0|" + state));
        }
        return balancer;
    }

    private static ServersInputs inputs(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("hosts", "web1", "backends", "web"));
        all.putAll(given);
        return Inputs.bind(ServersInputs.class, all);
    }
}
