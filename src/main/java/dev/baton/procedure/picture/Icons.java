package dev.baton.procedure.picture;

import java.util.Map;

/** The small drawings inside tasks, events and gateways, each in a square of 20, its centre at 10,10. */
final class Icons {

    private static final String ENVELOPE = "M3 5h14v10h-14zM3 5.5l7 5.5l7 -5.5";

    private static final Map<String, String> TASKS = Map.of(
            "serviceTask", gear(),
            "userTask",
                    "M10 10.2a3.6 3.6 0 1 0 0 -7.2a3.6 3.6 0 0 0 0 7.2zM3.5 17.5v-1.2c0 -3 2.7 -4.4 6.5 -4.4s6.5 1.4 6.5 4.4v1.2z",
            "businessRuleTask", "M2.5 4h15v12h-15zM2.5 8h15M2.5 12h15M7 8v8",
            "scriptTask", "M5 3h10v14h-10zM7.5 7h5M7.5 10h5M7.5 13h5",
            "sendTask", ENVELOPE,
            "receiveTask", ENVELOPE,
            "manualTask", "M4 16v-6l5 -5l1.5 1.5l-2 3h8v2h-4v4.5z");

    private static final Map<String, String> EVENTS = Map.of(
            "timer",
                    "M10 1.8a8.2 8.2 0 1 0 0 16.4a8.2 8.2 0 0 0 0 -16.4zM10 5v5l3.5 2.5M10 2v1.6M10 16.4v1.6M2 10h1.6M16.4 10h1.6",
            "error", "M3.5 16.5l3.7 -11.5l5 5.5l4.3 -7l-3.6 12l-5 -5.5z",
            "message", ENVELOPE,
            "signal", "M10 3l7 12h-14z",
            "escalation", "M10 2.5l6 14.5l-6 -6l-6 6z",
            "conditional", "M4.5 3h11v14h-11zM6.5 6h7M6.5 8.7h7M6.5 11.3h7M6.5 14h7",
            "compensate", "M10 5v10l-7 -5zM17 5v10l-7 -5z",
            "cancel", "M5 3l5 5l5 -5l2 2l-5 5l5 5l-2 2l-5 -5l-5 5l-2 -2l5 -5l-5 -5z",
            "terminate", "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0 -16z",
            "link", "M3 7h8v-3.5l6.5 6.5l-6.5 6.5v-3.5h-8z");

    private static final Map<String, String> GATEWAYS = Map.of(
            "exclusiveGateway", "M4.5 3l11 14M15.5 3l-11 14",
            "parallelGateway", "M8.5 1h3v7.5h7.5v3h-7.5v7.5h-3v-7.5h-7.5v-3h7.5z",
            "inclusiveGateway", "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0 -16z",
            "eventBasedGateway", "M10 0a10 10 0 1 0 0 20a10 10 0 0 0 0 -20zM10 4.5l5.5 4l-2 6.5h-7l-2 -6.5z",
            "complexGateway", "M10 1v18M1 10h18M3.6 3.6l12.8 12.8M16.4 3.6l-12.8 12.8");

    private static final Map<String, String> STATES = Map.of(
            "done", "M5.5 10.5l3 3l6 -6.5",
            "failed", "M6 6l8 8M14 6l-8 8",
            "waiting", "M7.5 6v8M12.5 6v8",
            "active", "M7.5 5.5l7 4.5l-7 4.5z",
            "cancelled", "M5.5 10h9");

    private static final Map<String, String> LOOPS = Map.of(
            "parallel", "M5 4v12M10 4v12M15 4v12",
            "sequential", "M4 5h12M4 10h12M4 15h12",
            "loop", "M7.5 16a6.5 6.5 0 1 1 5 0M7.5 16v-4M7.5 16h-4");

    private Icons() {}

    static String task(String type) {
        return TASKS.getOrDefault(type, "");
    }

    static String event(String kind) {
        return EVENTS.getOrDefault(kind, "");
    }

    static String gateway(String type) {
        return GATEWAYS.getOrDefault(type, "");
    }

    static String state(String state) {
        return STATES.getOrDefault(state, "");
    }

    static String loop(String flag) {
        return LOOPS.getOrDefault(flag, "");
    }

    private static String gear() {
        StringBuilder path = new StringBuilder();
        int teeth = 8;
        for (int i = 0; i < teeth * 4; i++) {
            double angle = Math.PI * 2 * (i - 0.5) / (teeth * 4);
            double radius = i % 4 < 2 ? 8.4 : 6.2;
            path.append(i == 0 ? 'M' : 'L')
                    .append(Svg.number(10 + radius * Math.sin(angle)))
                    .append(' ')
                    .append(Svg.number(10 - radius * Math.cos(angle)));
        }
        return path.append("zM10 7.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 0 0 0 -5.6z").toString();
    }
}
