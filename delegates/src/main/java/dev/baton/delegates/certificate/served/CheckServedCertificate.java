package dev.baton.delegates.certificate.served;

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
import dev.baton.action.net.TlsPeer;
import dev.baton.delegates.certificate.served.CheckServedCertificateInputs.Expected;
import dev.baton.delegates.tls.Certificate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Proves from outside which certificate a port serves. Only shakes hands, so repeating it is safe. */
@Component("checkServedCertificate")
@Delegate(
        name = "Check served certificate",
        description =
                "Shakes hands until the port serves the certificate that this run installed, trusted and for the right"
                        + " name; or, after a rollback, the one that was served before. Another one fails.",
        inputs = CheckServedCertificateInputs.class)
class CheckServedCertificate implements DeviceDelegate<CheckServedCertificateInputs> {

    private static final String INSTALLED = "installedCertificate";
    /** What earlier renewals left open, and a certificate that is served settles. */
    private static final Set<String> FAILURES =
            Set.of("certificate-not-signed", "certificate-renewal-failed", "certificate-rollback-failed");

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckServedCertificateInputs inputs) {
        return List.of(peer(device, inputs).command().within(inputs.limit()));
    }

    @Override
    public Result perform(Session session, CheckServedCertificateInputs inputs) {
        return new Patience(inputs.patience()).await(session, () -> DeviceDelegate.super.perform(session, inputs));
    }

    @Override
    public Result interpret(Session session, CheckServedCertificateInputs inputs, List<Answer> answers) {
        Certificate served = Certificate.of(answers.get(0).output());
        String what = session.device().name() + ": " + inputs.service();
        boolean fresh = inputs.expected() == Expected.NEW;
        String fact = fresh ? INSTALLED : ReadServedCertificate.SERVED;
        String wanted = session.fact(fact)
                .orElseThrow(() -> Problem.BAD_INPUT.because(what + ": this run has no " + fact + " of it"));
        if (!served.sha256().equals(wanted)) {
            throw Problem.CHECK_FAILED.because(
                    what + " should serve the certificate with SHA-256 " + wanted + ", seen: " + served);
        }
        if (fresh && !(served.trusted() && served.named())) {
            throw Problem.CHECK_FAILED.because(what + " serves the new certificate, but to clients it is "
                    + (served.trusted() ? "of another name: " + served.name() : served.chain()));
        }
        Result proved = Result.unchanged(what + " serves " + served).with(served.facts());
        return fresh ? proved.checked(FAILURES, List.of()) : proved;
    }

    private static TlsPeer peer(Device device, CheckServedCertificateInputs inputs) {
        return ServedPort.of(device, inputs.service(), inputs.authority().strip());
    }
}
