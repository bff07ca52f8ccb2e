package dev.baton.delegates.traffic;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainServersTest {

    private static final String UP = "web|web1|2|UP|L7OK";
    private static final String DRAINING = "web|web1|1|DRAIN|L7OK";
    private static final String DRAINED = "web|web1|0|DRAIN|L7OK";
    private static final String IN_MAINTENANCE = "web|web1|0|MAINT";
    private static final String OTHER_UP = "web|web2|5|UP|L7OK";

    private final DrainServers drainServers = new DrainServers(new NamedSets());

    @Test
    void aServerGetsNoNewRequestsAndMaintenanceAfterTheLastConnection() {
        ScriptedSession balancer = balancer(UP, DRAINING, DRAINED, IN_MAINTENANCE);

        Result result = balancer.perform(drainServers, inputs(Map.of()));

        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("haproxyProcess", "4711");
        assertThat(balancer.sent())
                .filteredOn(text -> text.contains("set server"))
                .containsExactly(
                        "printf '%s\\n' 'set server web/web1 state drain' | socat -t 10 -"
                                + " UNIX-CONNECT:/run/haproxy/admin.sock",
                        "printf '%s\\n' 'set server web/web1 state maint' | socat -t 10 -"
                                + " UNIX-CONNECT:/run/haproxy/admin.sock");
        assertThat(balancer.waited()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void oneThatIsInMaintenanceIsLeftAlone() {
        ScriptedSession balancer = balancer(IN_MAINTENANCE);

        assertThat(balancer.perform(drainServers, inputs(Map.of())).changed()).isFalse();
        assertThat(balancer.sent()).noneMatch(text -> text.contains("set server"));
    }

    @Test
    void theLastServerThatIsUpStays() {
        ScriptedSession balancer = base().on(Stat.SHOW, Stat.of(UP, "web|web2|0|DOWN|L4CON"));

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("0 of 1 wanted servers: web/web2 is DOWN (L4CON)");
        assertThat(balancer.sent()).noneMatch(text -> text.contains("set server"));
    }

    @Test
    void aServerThatNobodyChecksIsNotDrained() {
        ScriptedSession balancer = base().on(Stat.SHOW, Stat.of("web|web1|0|no check", OTHER_UP));

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("no health check for web/web1");
    }

    @Test
    void anUnknownServerIsToldWithThoseThatThereAre() {
        ScriptedSession balancer = base().on(Stat.SHOW, Stat.of(OTHER_UP));

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("no server web/web1; it has [web/web2]");
    }

    @Test
    void aReloadThatForgetsTheDrainIsSeen() {
        ScriptedSession balancer = balancer(UP, DRAINING, "web|web1|3|UP|L7OK");

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("web/web1 is UP (L7OK) again");
    }

    @Test
    void connectionsThatDoNotEndFail() {
        ScriptedSession balancer = balancer(UP, DRAINING);

        assertProblem(Problem.CHECK_FAILED, () -> balancer.perform(drainServers, inputs(Map.of("timeout", "PT10S"))))
                .hasMessageContaining("web/web1 still has 1 connections; they get no new ones");
        assertThat(balancer.sent()).noneMatch(text -> text.contains("maint"));
    }

    @Test
    void byForceTheyAreEnded() {
        ScriptedSession balancer = base().on(Stat.SHOW, Stat.of(UP, OTHER_UP))
                .on(Stat.SHOW, Stat.of(DRAINING, OTHER_UP))
                .on(Stat.SHOW, Stat.of(IN_MAINTENANCE, OTHER_UP));

        balancer.perform(drainServers, inputs(Map.of("timeout", "PT0S", "force", "true")));

        assertThat(balancer.sent()).anyMatch(text -> text.contains("shutdown sessions server web/web1"));
    }

    @Test
    void whatHaproxyAnswersToAChangeIsARefusal() {
        ScriptedSession balancer = ScriptedSession.host()
                .on("show info", "Pid: 4711\n")
                .on("set server", "Permission denied\n\n")
                .on(Stat.SHOW, Stat.of(UP, OTHER_UP));

        assertProblem(Problem.COMMAND_REJECTED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("haproxy says: Permission denied");
    }

    @Test
    void aHostWithoutTheClientIsToldApart() {
        ScriptedSession balancer =
                ScriptedSession.host().on("show info", command -> Answer.of(command, 127, "", "sh: socat: not found"));

        assertProblem(Problem.COMMAND_REJECTED, () -> balancer.perform(drainServers, inputs(Map.of())))
                .hasMessageContaining("socat: not found");
    }

    @Test
    void aNameThatWouldBeAnotherCommandIsRefused() {
        ScriptedSession balancer = base();

        assertProblem(
                Problem.BAD_INPUT,
                () -> balancer.perform(drainServers, inputs(Map.of("servers", "web1; shutdown frontend front"))));
    }

    @Test
    void theServersOfAllHostsAndBackendsAreMeant() {
        assertThat(base().render(drainServers, inputs(Map.of("hosts", "web1+web2", "backends", "web\napi"))))
                .filteredOn(text -> text.contains("state drain"))
                .hasSize(4)
                .anyMatch(text -> text.contains("api/web2"));
    }

    /** The load balancer before each look; web2 is up all the time. */
    private static ScriptedSession balancer(String... rows) {
        ScriptedSession balancer = base();
        for (String row : rows) {
            balancer.on(Stat.SHOW, Stat.of(row, OTHER_UP));
        }
        return balancer;
    }

    private static ScriptedSession base() {
        return ScriptedSession.host()
                .on("show info", "Name: HAProxy\nPid: 4711\nUptime_sec: 5\n")
                .on("set server", "\n")
                .on("shutdown sessions", "\n");
    }

    private static DrainServersInputs inputs(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("hosts", "web1", "backends", "web"));
        all.putAll(given);
        return Inputs.bind(DrainServersInputs.class, all);
    }
}
