package dev.baton.delegates.login;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.Shell;
import dev.baton.action.login.LoginSecrets;
import dev.baton.action.login.LoginSecrets.Versions;
import dev.baton.action.login.LoginVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives the account that Baton signs in with a new password or key. The session that changes it stays open until a second one
 * has signed in with the new secret; which of the two a device lets in tells after a crash what happened.
 */
@Component("rotateCredential")
@Delegate(
        name = "Rotate credential",
        description =
                "Gives the account that Baton signs in with a new password or key, proves it with a second session,"
                        + " and only then signs in with it and drops the old one. Needs a secret that the inventory keeps in"
                        + " the store. Is never done twice: after a crash both secrets are tried.",
        effect = Effect.CHECKABLE,
        inputs = RotateCredentialInputs.class)
class RotateCredential implements DeviceDelegate<RotateCredentialInputs> {

    static final String OLD_KEY_LEFT = "old-key-left";

    private static final String PENDING = "pendingVersion";
    private static final Command HERE = Command.exec("true");

    private final LoginSecrets secrets;

    RotateCredential(LoginSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, RotateCredentialInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + ": new passwords and keys are for hosts, not for " + dialect.platform());
        }
        List<Command> commands = new ArrayList<>(List.of(HERE));
        for (LoginVersion version : LoginVersion.values()) {
            commands.add(version.signIn());
        }
        commands.addAll(way(device, inputs).commands());
        return commands;
    }

    private SecretWay way(Device device, RotateCredentialInputs inputs) {
        return SecretWay.of(device, secrets.of(device.name()), inputs);
    }

    @Override
    public Result perform(Session session, RotateCredentialInputs inputs) {
        String device = session.device().name();
        SecretWay way = way(session.device(), inputs);
        int left = secrets.versions(device).pending();
        if (left > 0) {
            SignIns seen = SignIns.tried(session, way);
            if (seen.pendingAccepted()) {
                session.note(PENDING, String.valueOf(left));
                return finish(session, way, left);
            }
            if (!seen.currentAccepted()) {
                throw Problem.AUTH_FAILED.because(device + " lets neither secret in: " + seen.told(left));
            }
            secrets.discard(device, left);
        }
        // It stays open: whatever comes of the new secret, this session can put the old one back.
        session.send(HERE);
        int pending = secrets.draw(device, inputs.length(), session.run());
        session.note(PENDING, String.valueOf(pending));
        apply(session, way, pending);
        if (!SignIns.accepted(session, LoginVersion.PENDING)) {
            revert(session, way, pending);
        }
        return finish(session, way, pending);
    }

    private void apply(Session session, SecretWay way, int pending) {
        try {
            way.requireDone(session.device(), session.send(way.apply()));
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.COMMAND_REJECTED) {
                requireAsBefore(session, way, pending, problem.reason());
                secrets.discard(session.device().name(), pending);
            }
            throw problem;
        }
    }

    private void revert(Session session, SecretWay way, int pending) {
        String device = session.device().name();
        try {
            way.requireDone(session.device(), session.send(way.revert()));
        } catch (ActionProblem problem) {
            throw Problem.OUTCOME_UNKNOWN.because(device + ": the device took the new " + way.name() + ", version "
                    + pending + ", does not let it in, and the old one could not be put back: " + problem.reason());
        }
        if (!SignIns.accepted(session, LoginVersion.CURRENT)) {
            throw Problem.OUTCOME_UNKNOWN.because(device + ": neither the new " + way.name() + ", version " + pending
                    + ", nor the one in force before is let in, although the host took both");
        }
        secrets.discard(device, pending);
        throw Problem.CHECK_FAILED.because(device + ": a second session could not sign in with the new " + way.name()
                + ", version " + pending + "; the old one was put back, and a second session signed in with it");
    }

    private static void requireAsBefore(Session session, SecretWay way, int pending, String why) {
        SignIns seen = SignIns.tried(session, way);
        if (!seen.currentAccepted() || seen.pendingAccepted()) {
            throw Problem.OUTCOME_UNKNOWN.because(session.device().name() + ": " + why + "; " + seen.told(pending));
        }
    }

    private Result finish(Session session, SecretWay way, int pending) {
        String device = session.device().name();
        secrets.promote(device, pending);
        boolean dropped = way.drop().isEmpty() || drops(session, way.drop().get());
        return result(device, way, pending, dropped);
    }

    /** Whether the old key is proved to be refused. Baton signs in with the new one, so nothing of this undoes the rotation. */
    private static boolean drops(Session session, Command drop) {
        try {
            return session.send(drop).succeeded() && !SignIns.accepted(session, LoginVersion.PREVIOUS);
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.CANCELLED || problem.problem() == Problem.PLAN_DEVIATION) {
                throw problem;
            }
            return false;
        }
    }

    private static Result result(String device, SecretWay way, int version, boolean dropped) {
        Finding left = new Finding(
                device,
                OLD_KEY_LEFT,
                "login key",
                Severity.WARNING,
                device + ": Baton signs in with the new key, and the old one could not be proved to be gone");
        return Result.changed("Baton signs in with a new " + way.name() + ", version " + version
                        + (dropped ? "" : "; the old one may still be let in"))
                .with(Map.of("credentialVersion", version))
                .checked(Set.of(OLD_KEY_LEFT), dropped ? List.of() : List.of(left));
    }

    @Override
    public Probe probe(Session session, RotateCredentialInputs inputs) {
        String device = session.device().name();
        SecretWay way = way(session.device(), inputs);
        Versions versions = secrets.versions(device);
        int tried = session.fact(PENDING).map(Integer::valueOf).orElse(versions.pending());
        if (tried == versions.current() && tried > 0) {
            return new Probe.Applied(result(
                    device, way, tried, way.drop().isEmpty() || !SignIns.accepted(session, LoginVersion.PREVIOUS)));
        }
        if (tried != versions.pending() || tried == 0) {
            // Somebody repaired the account, and had Baton forget what it kept.
            return SignIns.accepted(session, LoginVersion.CURRENT)
                    ? new Probe.NotApplied("nothing is pending, and the secret in force is let in")
                    : new Probe.Undecided(device + " does not let the secret in force in, and nothing is pending");
        }
        SignIns seen = SignIns.tried(session, way);
        if (seen.pendingAccepted() && (way.drop().isEmpty() || !seen.currentAccepted())) {
            secrets.promote(device, tried);
            return new Probe.Applied(result(device, way, tried, true));
        }
        if (seen.pendingAccepted() || seen.currentAccepted()) {
            return new Probe.NotApplied(seen.told(tried));
        }
        return new Probe.Undecided(device + " lets neither secret in: " + seen.told(tried));
    }
}
