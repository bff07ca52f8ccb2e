package dev.baton.action.login;

/** Keeps the secrets that Baton signs in to devices with, in versions; what they are never leaves the platform. */
public interface LoginSecrets {

    /**
     * How Baton signs in to a device over SSH.
     *
     * @throws dev.baton.action.ActionProblem {@code UNSUPPORTED} when its secret is not one that Baton keeps
     */
    Login of(String device);

    Versions versions(String device);

    /**
     * Draws a new secret for a device and keeps it as its pending version, in the place of one that is pending.
     *
     * @param length of a password, in characters
     * @param run the reference of the run that wants it
     * @return the number of the version
     */
    int draw(String device, int length, String run);

    /**
     * Has Baton sign in with the pending version from now on.
     *
     * @throws dev.baton.action.ActionProblem {@code OUTCOME_UNKNOWN} when it is pending no longer: the device may have it
     */
    void promote(String device, int pending);

    /** Gives a pending version up; does nothing when it is not pending. */
    void discard(String device, int pending);

    /** @param credential its name in the inventory */
    record Login(String credential, String username, Kind kind) {}

    /** What the secret is. */
    enum Kind {
        PASSWORD,
        KEY
    }

    /** The numbers of the versions; 0 for the secret that the inventory names as the first one, and for nothing pending. */
    record Versions(int current, int pending) {}
}
