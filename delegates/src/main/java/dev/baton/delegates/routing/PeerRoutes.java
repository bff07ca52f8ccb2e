package dev.baton.delegates.routing;

import dev.baton.action.Json;
import dev.baton.action.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The routes that FRRouting shows as received from one neighbor. */
record PeerRoutes(List<Route> routes) {

    private static final int USUAL_PREFERENCE = 100;

    /**
     * @param preference the local preference; routers show none where it is the usual one
     * @param best whether the peer sends traffic this way
     */
    record Route(String prefix, int preference, boolean best) {}

    static PeerRoutes read(String device, String text) {
        Json answer = Json.read(text)
                .orElseThrow(
                        () -> Problem.ANSWER_INCOMPLETE.because(device + " shows its routes otherwise than as JSON: "
                                + text.lines().findFirst().orElse("it said nothing")));
        if (!answer.at("routes").isObject()) {
            throw Problem.CHECK_FAILED.because(device + " shows no routes of that neighbor: "
                    + answer.at("warning").text());
        }
        return new PeerRoutes(answer.at("routes").fields().entrySet().stream()
                .flatMap(entry -> entry.getValue().items().stream().map(path -> route(entry.getKey(), path)))
                .toList());
    }

    private static Route route(String prefix, Json path) {
        Json best = path.at("bestpath");
        return new Route(
                prefix,
                path.at("locPrf").number().orElse(USUAL_PREFERENCE).intValue(),
                best.isTrue() || best.at("overall").isTrue());
    }

    /** What is not as wanted, for people; empty when all is. */
    List<String> complaints(RouteUse use) {
        if (routes.isEmpty()) {
            return List.of("no route of it is there");
        }
        return use == RouteUse.CARRIED
                ? prefixes(" has local preference 0", route -> route.preference() == 0)
                : join(
                        prefixes(" has another local preference than 0", route -> route.preference() != 0),
                        prefixes(" has no other way", route -> route.preference() == 0 && route.best()));
    }

    private List<String> prefixes(String fault, Predicate<Route> faulty) {
        return routes.stream()
                .filter(faulty)
                .map(route -> route.prefix() + fault)
                .toList();
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
