package dev.baton.delegates.http;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.HttpHeader;
import dev.baton.action.net.HttpRequest;
import dev.baton.action.net.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Calls a system beside the devices, e.g. a ticket system or an address database, once for each device. */
@Component("callHttp")
@Delegate(
        name = "Call HTTP",
        description = "Sends a request for every device to a host that the administrator allows; another status than"
                + " the expected one fails.",
        effect = Effect.ONCE,
        inputs = CallHttpInputs.class,
        outputs = "callTable")
class CallHttp implements DeviceDelegate<CallHttpInputs> {

    /** What a gateway answers when it does not know either, and a server that broke down half-way. */
    private static final Set<Integer> UNCLEAR = Set.of(500, 502, 504);

    private static final int KEPT_BODY = 2_000;
    private static final int TABLE_ROWS = 100;

    @Override
    public List<Command> render(Device device, Dialect dialect, CallHttpInputs inputs) {
        StatusSet.of(inputs.expectedStatus());
        if (inputs.effect() == CallEffect.CONVERGE && !inputs.method().idempotent()) {
            throw Problem.BAD_INPUT.because("only PUT and DELETE can have the effect CONVERGE, not " + inputs.method());
        }
        HttpRequest request = new HttpRequest(
                inputs.method().name(),
                HttpRequest.uri(Naming.inUrl(device, inputs.url().strip())),
                0,
                Objects.requireNonNullElse(inputs.ca(), ""),
                inputs.headers().stream()
                        .map(line -> HttpHeader.of(Naming.of(device, line)))
                        .toList(),
                Naming.of(device, Objects.requireNonNullElse(inputs.body(), "")));
        return List.of(request.toHost().within(inputs.limit()));
    }

    @Override
    public Effect effect(CallHttpInputs inputs) {
        if (inputs.method() == CallMethod.GET) {
            return Effect.READ;
        }
        boolean repeatable =
                inputs.effect() == CallEffect.CONVERGE && inputs.method().idempotent();
        return repeatable ? Effect.CONVERGE : Effect.ONCE;
    }

    @Override
    public Result interpret(Session session, CallHttpInputs inputs, List<Answer> answers) {
        Response response = Response.of(answers.get(0));
        if (!StatusSet.of(inputs.expectedStatus()).contains(response.status())) {
            boolean unclear = effect(inputs).changes() && UNCLEAR.contains(response.status());
            throw (unclear ? Problem.OUTCOME_UNKNOWN : Problem.COMMAND_REJECTED)
                    .because(session.device().name() + ": " + inputs.method() + " " + inputs.url()
                            + ": expected status " + inputs.expectedStatus() + ", seen " + response.described() + ": "
                            + shortened(session.dialect().withoutSecrets(response.body())));
        }
        String summary = inputs.method() + " " + inputs.url() + " answered " + response.status();
        Result result = effect(inputs).changes() ? Result.changed(summary) : Result.unchanged(summary);
        String body = shortened(session.dialect().withoutSecrets(response.body()));
        return result.with(Map.of("status", response.status(), "body", body));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.entrySet().stream()
                .limit(TABLE_ROWS)
                .forEach(entry -> rows.add(Map.of(
                        "device", entry.getKey(),
                        "status", entry.getValue().facts().getOrDefault("status", 0),
                        "body", entry.getValue().facts().getOrDefault("body", ""))));
        return Map.of("callTable", rows);
    }

    private static String shortened(String text) {
        return text.length() <= KEPT_BODY ? text : text.substring(0, KEPT_BODY) + "...";
    }
}
