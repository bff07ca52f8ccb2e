package dev.baton.action.login;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import java.time.Duration;
import java.util.Locale;

/** Which of a device's login secrets is meant. */
public enum LoginVersion {
    /** The one that the last rotation replaced. */
    PREVIOUS,
    /** The one that Baton signs in with. */
    CURRENT,
    /** A new one that has not taken the place of the current one yet. */
    PENDING;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How commands say it, and where it stands in a {@link SecretInput} in braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Signs in with it over a fresh connection and leaves again; the answer says {@code accepted} or why not. */
    public Command signIn() {
        return new Command(Channel.LOGIN, word(), false, PATIENCE);
    }
}
