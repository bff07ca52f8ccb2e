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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts certificate and key back that this run replaced; where it replaced none, nothing is done. */
@Component("rollBackCertificate")
@Delegate(
        name = "Roll back certificate",
        description =
                "Puts certificate and key of before this run back into their place, tests the configuration and reloads"
                        + " the server. A host where this run replaced nothing is left alone.",
        effect = Effect.CONVERGE,
        inputs = InstallCertificateInputs.class)
class RollBackCertificate implements DeviceDelegate<InstallCertificateInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, InstallCertificateInputs inputs) {
        ServedFiles files = inputs.files(device, dialect);
        return List.of(
                files.current(),
                files.publicKey(),
                files.before(),
                files.restore(),
                inputs.test(device, dialect),
                inputs.reload(device));
    }

    @Override
    public Result perform(Session session, InstallCertificateInputs inputs) {
        Optional<String> wanted = session.fact(InstallCertificate.REPLACED);
        if (wanted.isEmpty()) {
            return Result.unchanged("this run replaced no certificate here");
        }
        Installation host = new Installation(session, inputs);
        ServedFiles files = host.files();
        IssuedChain there = host.read(files.current());
        if (!there.fingerprint().equals(wanted.get()) || !host.belong(files.publicKey(), there)) {
            if (!host.read(files.before()).fingerprint().equals(wanted.get())) {
                throw Problem.CHECK_FAILED.because(session.device().name() + ": " + files.certificate()
                        + ".before is not the certificate that this run replaced");
            }
            host.required(files.restore());
        }
        host.takeEffect();
        return Result.changed("the certificate of before is back in " + files.certificate());
    }
}
