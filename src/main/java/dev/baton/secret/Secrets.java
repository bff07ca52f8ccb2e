package dev.baton.secret;

/** Resolves references at the moment of use. */
public interface Secrets {

    /**
     * The secret behind a reference.
     *
     * @throws dev.baton.action.ActionProblem {@code AUTH_FAILED} naming the reference when there is nothing behind it
     */
    Secret resolve(SecretReference reference);
}
