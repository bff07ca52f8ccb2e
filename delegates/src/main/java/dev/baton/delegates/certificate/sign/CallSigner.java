package dev.baton.delegates.certificate.sign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Json;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.ChainCheck;
import dev.baton.action.net.HttpRequest;
import dev.baton.action.net.Naming;
import dev.baton.delegates.http.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has step-ca, or what speaks as it does, sign the requests of devices. Repeating it makes another certificate. */
@Component("callSigner")
@Delegate(
        name = "Call signer",
        description =
                "Sends each device's request to the sign call of step-ca, with a token that a credential holds. What"
                        + " comes back must be a certificate for that key and those names, valid now, with a chain to the"
                        + " authority.",
        effect = Effect.CONVERGE,
        inputs = CallSignerInputs.class,
        outputs = {"issuedCertificates", "missingCount"})
class CallSigner implements DeviceDelegate<CallSignerInputs> {

    private static final int MOST_TOLD = 300;

    private final ChainCheck chains;

    CallSigner(ChainCheck chains) {
        this.chains = chains;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CallSignerInputs inputs) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("csr", inputs.request(device).pem())
                .put(
                        "ott",
                        "{credential:" + Naming.of(device, inputs.credential().strip()) + "}")
                .toString();
        HttpRequest request = new HttpRequest(
                "POST",
                HttpRequest.uri(Naming.inUrl(device, inputs.url().strip())),
                0,
                inputs.authority().strip(),
                List.of(),
                body);
        return List.of(request.toHost().within(inputs.limit()));
    }

    @Override
    public Result interpret(Session session, CallSignerInputs inputs, List<Answer> answers) {
        Device device = session.device();
        Response response = Response.of(answers.get(0));
        if (response.status() / 100 != 2) {
            String told = session.dialect().withoutSecrets(response.body());
            throw Problem.COMMAND_REJECTED.because(device.name() + ": " + inputs.url() + " should sign, seen status "
                    + response.described() + ": " + told.substring(0, Math.min(told.length(), MOST_TOLD)));
        }
        return SignedCertificate.checked(
                device, inputs.request(device), chain(response.body()), chains, inputs.authority());
    }

    /** All of the chain where it is told, or else the certificate and its issuer. */
    private static String chain(String body) {
        return Json.read(body).map(CallSigner::told).orElse("");
    }

    private static String told(Json answer) {
        List<Json> all = answer.at("certChain").items();
        Stream<Json> chain = all.isEmpty() ? Stream.of(answer.at("crt"), answer.at("ca")) : all.stream();
        return chain.map(Json::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return SignedCertificate.summarised(results);
    }
}
