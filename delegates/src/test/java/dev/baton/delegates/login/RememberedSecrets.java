package dev.baton.delegates.login;

import dev.baton.action.Problem;
import dev.baton.action.login.LoginSecrets;

/** The login secret of one device, without a secret. */
final class RememberedSecrets implements LoginSecrets {

    private final Kind kind;
    private int drawn;
    private int current;
    private int pending;

    RememberedSecrets(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Login of(String device) {
        return new Login("hosts", "ops", kind);
    }

    @Override
    public Versions versions(String device) {
        return new Versions(current, pending);
    }

    @Override
    public int draw(String device, int length, String run) {
        pending = ++drawn;
        return pending;
    }

    @Override
    public void promote(String device, int version) {
        if (version != pending) {
            throw Problem.OUTCOME_UNKNOWN.because("not pending: " + version);
        }
        current = version;
        pending = 0;
    }

    @Override
    public void discard(String device, int version) {
        pending = version == pending ? 0 : pending;
    }
}
