package dev.baton.delegates.routing;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckRoutesTest {

    private static final String COMMAND = "show bgp ipv4 unicast neighbors 192.0.2.1 routes json";
    private static final String USUAL = routes("\"weight\":0,\"bestpath\":true");
    private static final String LOWEST_AND_LEFT = routes("\"locPrf\":0,\"weight\":0");
    private static final String LOWEST_AND_BEST = routes("\"locPrf\":0,\"bestpath\":{\"overall\":true}");

    private final CheckRoutes checkRoutes = new CheckRoutes();

    @Test
    void aRouterIsDrainedWhenItsRoutesAreTheLastResortAndUnused() {
        ScriptedSession peer = peer(USUAL).on(COMMAND, LOWEST_AND_LEFT);

        assertThat(peer.perform(checkRoutes, inputs("DRAINED")).summary()).contains("1 routes", "drained");
        assertThat(peer.sent()).hasSize(2);
    }

    @Test
    void aPeerThatDoesNotHonourTheCommunityIsTold() {
        assertProblem(Problem.CHECK_FAILED, () -> peer(USUAL).perform(checkRoutes, inputs("DRAINED")))
                .hasMessageContaining("10.9.0.0/24 has another local preference than 0");
    }

    @Test
    void aPrefixWithoutAnotherWayIsTold() {
        assertProblem(Problem.CHECK_FAILED, () -> peer(LOWEST_AND_BEST).perform(checkRoutes, inputs("DRAINED")))
                .hasMessageContaining("10.9.0.0/24 has no other way");
    }

    @Test
    void noRoutesProveNothing() {
        for (String use : new String[] {"DRAINED", "CARRIED"}) {
            assertProblem(Problem.CHECK_FAILED, () -> peer("{\"routes\": { } }").perform(checkRoutes, inputs(use)))
                    .hasMessageContaining("no route of it is there");
        }
    }

    @Test
    void anUnknownNeighborIsToldInThePeersWords() {
        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> peer("{\"warning\":\"No such neighbor in this view/vrf\"}")
                                .perform(checkRoutes, inputs("CARRIED")))
                .hasMessageContaining("No such neighbor");
    }

    @Test
    void routesAreCarriedAgainWithTheirUsualPreference() {
        assertThat(peer(LOWEST_AND_LEFT)
                        .on(COMMAND, USUAL)
                        .perform(checkRoutes, inputs("CARRIED"))
                        .summary())
                .contains("carried");
    }

    @Test
    void otherPlatformsAreNotUnderstood() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.host().perform(checkRoutes, inputs("CARRIED")));
    }

    private static String routes(String path) {
        return "{\"vrfName\": \"default\", \"routes\": { \"10.9.0.0/24\": [{\"valid\":true,\"peerId\":\"192.0.2.1\","
                + path + "}] } }";
    }

    private static ScriptedSession peer(String first) {
        return ScriptedSession.of(ScriptedDialect.ROUTER).on(COMMAND, first);
    }

    private static CheckRoutesInputs inputs(String use) {
        return Inputs.bind(CheckRoutesInputs.class, Map.of("neighbor", "192.0.2.1", "use", use));
    }
}
