package dev.baton.delegates.http;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Patience;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.HttpRequest;
import dev.baton.action.net.Naming;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Asks a device's web server for a page. Only reads, so repeating it is safe. */
@Component("checkHttp")
@Delegate(
        name = "Check HTTP",
        description =
                "Asks the device for a page; another status, a body without the wanted text, or a late answer fails.",
        inputs = CheckHttpInputs.class)
class CheckHttp implements DeviceDelegate<CheckHttpInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckHttpInputs inputs) {
        StatusSet.of(inputs.expectedStatus());
        BodySearch.pattern(Objects.requireNonNullElse(inputs.matches(), ""));
        if (inputs.method() == CheckMethod.HEAD && (inputs.contains() != null || inputs.matches() != null)) {
            throw Problem.BAD_INPUT.because("HEAD gets no body to look for a text in; take GET");
        }
        HttpRequest request = new HttpRequest(
                inputs.method().name(),
                HttpRequest.uri(Naming.inUrl(device, inputs.url().strip())),
                inputs.redirects(),
                Objects.requireNonNullElse(inputs.ca(), ""),
                List.of(),
                "");
        return List.of(request.toDevice().within(inputs.maxTime()));
    }

    @Override
    public Result perform(Session session, CheckHttpInputs inputs) {
        return new Patience(inputs.patience()).await(session, () -> DeviceDelegate.super.perform(session, inputs));
    }

    @Override
    public Result interpret(Session session, CheckHttpInputs inputs, List<Answer> answers) {
        Response response = Response.of(answers.get(0));
        String what = session.device().name() + ": " + inputs.method() + " " + inputs.url() + ": ";
        if (!StatusSet.of(inputs.expectedStatus()).contains(response.status())) {
            throw Problem.CHECK_FAILED.because(
                    what + "expected status " + inputs.expectedStatus() + ", seen " + response.described());
        }
        String wanted = inputs.contains();
        if (wanted != null && !response.body().contains(wanted)) {
            throw Problem.CHECK_FAILED.because(what + "\"" + wanted + "\" is not in " + size(response));
        }
        String expression = inputs.matches();
        if (expression != null && !BodySearch.finds(BodySearch.pattern(expression), response.body())) {
            throw Problem.CHECK_FAILED.because(what + "nothing matches " + expression + " in " + size(response));
        }
        return Result.unchanged("status " + response.status()).with(Map.of("status", response.status()));
    }

    private static String size(Response response) {
        return "the " + (response.truncated() ? "first " : "") + response.body().length() + " characters of the body";
    }
}
