package dev.baton.delegates.tls;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.Naming;
import dev.baton.action.net.TlsPeer;
import dev.baton.delegates.network.Rows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks at the certificate of a TLS port. Only shakes hands, so repeating it is safe. */
@Component("checkTls")
@Delegate(
        name = "Check TLS certificate",
        description =
                "A certificate that expires soon, has no chain to a trusted authority or names another host fails.",
        inputs = CheckTlsInputs.class,
        outputs = "certificateTable")
class CheckTls implements DeviceDelegate<CheckTlsInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckTlsInputs inputs) {
        String ca = Objects.requireNonNullElse(inputs.ca(), "");
        return List.of(
                new TlsPeer(inputs.port(), Naming.of(device, inputs.name().strip()), ca)
                        .command()
                        .within(inputs.limit()));
    }

    @Override
    public Result interpret(Session session, CheckTlsInputs inputs, List<Answer> answers) {
        Certificate certificate = Certificate.of(answers.get(0).output());
        String peer = session.device().name() + ":" + inputs.port();
        demandValidity(peer, inputs, certificate);
        if (inputs.trusted() && !certificate.trusted()) {
            throw failed(peer + " presents " + certificate.chain(), certificate);
        }
        if (inputs.named() && !certificate.named()) {
            String name = TlsPeer.of(answers.get(0).command().text()).name();
            throw failed(
                    peer + " presents a certificate that does not name " + name + ": " + certificate.name(),
                    certificate);
        }
        return Result.unchanged("the certificate is valid for " + certificate.daysLeft() + " more days, "
                        + certificate.protocol() + " with " + certificate.cipher())
                .with(certificate.facts());
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Rows.of("certificateTable", results, "subject", "issuer", "names", "notAfter", "daysLeft", "sha256");
    }

    private static void demandValidity(String peer, CheckTlsInputs inputs, Certificate certificate) {
        switch (certificate.validity()) {
            case "expired" -> throw failed(peer + " presents a certificate that has expired", certificate);
            case "not-yet-valid" -> throw failed(peer + " presents a certificate that is not yet valid", certificate);
            default -> {
                if (certificate.daysLeft() < inputs.minimumDays()) {
                    throw failed(
                            peer + " presents a certificate that expires in " + certificate.daysLeft()
                                    + " days, expected at least " + inputs.minimumDays(),
                            certificate);
                }
            }
        }
    }

    private static RuntimeException failed(String reason, Certificate certificate) {
        return Problem.CHECK_FAILED.because(reason + " (" + certificate + ")");
    }
}
