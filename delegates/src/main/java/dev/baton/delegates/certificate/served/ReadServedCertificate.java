package dev.baton.delegates.certificate.served;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.network.Rows;
import dev.baton.delegates.tls.Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells which certificate a port serves, whatever it is like. Only shakes hands, so repeating it is safe. */
@Component("readServedCertificate")
@Delegate(
        name = "Read served certificate",
        description = "Tells which certificate a port of each device serves now, without judging it.",
        inputs = ReadServedCertificateInputs.class,
        outputs = "certificateTable")
class ReadServedCertificate implements DeviceDelegate<ReadServedCertificateInputs> {

    /** The fact with the fingerprint of what was served. */
    static final String SERVED = "servedCertificate";

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadServedCertificateInputs inputs) {
        return List.of(ServedPort.of(device, inputs.service(), "").command().within(inputs.limit()));
    }

    @Override
    public Result interpret(Session session, ReadServedCertificateInputs inputs, List<Answer> answers) {
        Certificate certificate = Certificate.of(answers.get(0).output());
        Map<String, Object> facts = new LinkedHashMap<>(certificate.facts());
        facts.put(SERVED, certificate.sha256());
        return Result.unchanged(certificate + ", " + certificate.daysLeft() + " days left")
                .with(facts);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Rows.of("certificateTable", results, "subject", "issuer", "names", "notAfter", "daysLeft");
    }
}
