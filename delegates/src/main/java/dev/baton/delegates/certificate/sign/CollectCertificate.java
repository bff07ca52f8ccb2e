package dev.baton.delegates.certificate.sign;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.SigningFolder;
import dev.baton.action.net.ChainCheck;
import dev.baton.delegates.certificate.request.SigningRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leaves requests in the folder of the installation and takes certificates from it. Reaches no device; repeating it is safe. */
@Component("collectCertificate")
@Delegate(
        name = "Collect certificate",
        description =
                "Leaves each device's request as RUN-DEVICE.csr in the folder of baton.device.signing-path, and takes"
                        + " RUN-DEVICE.crt from it once it is there: a certificate for that key and those names, valid now, with"
                        + " a chain to the authority. Another one fails.",
        inputs = CollectCertificateInputs.class,
        outputs = {"issuedCertificates", "missingCount"})
class CollectCertificate implements DeviceDelegate<CollectCertificateInputs> {

    private static final String END = "-----END CERTIFICATE-----";

    private final SigningFolder folder;
    private final ChainCheck chains;

    CollectCertificate(SigningFolder folder, ChainCheck chains) {
        this.folder = folder;
        this.chains = chains;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CollectCertificateInputs inputs) {
        return List.of();
    }

    @Override
    public Result perform(Session session, CollectCertificateInputs inputs) {
        Device device = session.device();
        SigningRequest request = inputs.request(device);
        String name = session.run() + "-" + device.name();
        folder.leave(name, request.pem());
        Optional<String> answer =
                folder.answer(name).filter(text -> text.stripTrailing().endsWith(END));
        return answer.isPresent()
                ? SignedCertificate.checked(device, request, answer.get(), chains, inputs.authority())
                : Result.unchanged("nobody has signed " + name + ".csr yet");
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return SignedCertificate.summarised(results);
    }
}
