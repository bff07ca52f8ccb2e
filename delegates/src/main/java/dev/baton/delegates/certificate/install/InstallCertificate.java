package dev.baton.delegates.certificate.install;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.certificate.sign.IssuedChain;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts a certificate and its key into the place of others, each by a rename, and has the server take them. */
@Component("installCertificate")
@Delegate(
        name = "Install certificate",
        description =
                "Puts certificate and key into the place of those in use, which stay beside them as .before; owner and"
                        + " mode stay. The server's configuration is tested, then the server is reloaded.",
        effect = Effect.CONVERGE,
        inputs = InstallCertificateInputs.class)
class InstallCertificate implements DeviceDelegate<InstallCertificateInputs> {

    /** The fact with the fingerprint of what this run put there. */
    static final String INSTALLED = "installedCertificate";

    /** The fact with the fingerprint of what was in the file before. */
    static final String REPLACED = "replacedCertificate";

    @Override
    public List<Command> render(Device device, Dialect dialect, InstallCertificateInputs inputs) {
        ServedFiles files = inputs.files(device, dialect);
        return List.of(
                files.current(),
                files.nextPublicKey(),
                files.replace(inputs.issued(device).pem()),
                inputs.test(device, dialect),
                inputs.reload(device));
    }

    @Override
    public Result perform(Session session, InstallCertificateInputs inputs) {
        Installation host = new Installation(session, inputs);
        Device device = session.device();
        ServedFiles files = host.files();
        IssuedChain issued = inputs.issued(device);
        String there = host.read(files.current()).fingerprint();
        session.note(INSTALLED, issued.fingerprint());
        session.note(REPLACED, session.fact(REPLACED).orElse(there));
        if (!there.equals(issued.fingerprint())) {
            if (!host.belong(files.nextPublicKey(), issued)) {
                throw Problem.CHECK_FAILED.because(device.name() + ": " + files.key()
                        + ".next should be the key of the new certificate, and is another one or not there");
            }
            host.required(files.replace(issued.pem()));
        }
        host.takeEffect();
        return Result.changed("installed certificate "
                        + issued.leaf().getSerialNumber().toString(16) + " in " + files.certificate())
                .with(Map.of(
                        INSTALLED,
                        issued.fingerprint(),
                        REPLACED,
                        session.fact(REPLACED).orElse(there)));
    }
}
