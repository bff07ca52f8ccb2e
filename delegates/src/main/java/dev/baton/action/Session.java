package dev.baton.action;

import java.time.Duration;
import java.util.Optional;

/**
 * A delegate's conversation with one device. It sends only what the delegate rendered for this device and refuses
 * everything else with {@link Problem#PLAN_DEVIATION}. It connects when first used, and again after a lost connection.
 */
public interface Session {

    /** The reference of the run that acts, e.g. {@code RUN-000042}. */
    String run();

    Device device();

    Dialect dialect();

    /**
     * Sends a rendered command and waits for its answer, at most as long as the command allows.
     *
     * @throws ActionProblem {@code UNREACHABLE}, {@code HOST_KEY_MISMATCH}, {@code AUTH_FAILED} before anything was sent;
     *     {@code TIMEOUT} for a read; {@code OUTCOME_UNKNOWN} when a changing command was sent and the answer was lost;
     *     {@code COMMAND_REJECTED} when an interactive CLI or an SNMP agent refused it
     */
    Answer send(Command command);

    /** Waits without holding a connection. @throws ActionProblem {@code CANCELLED} when the run is cancelled meanwhile */
    void pause(Duration duration);

    /** Waits like {@link #pause}, but with the connection held. */
    void hold(Duration duration);

    /** Keeps a fact that survives a crash: it is committed together with SENT, so a probe can ask for it. */
    void note(String name, String value);

    /** A fact noted by this action, or else one that an earlier step of the same run recorded for this device, the latest first. */
    Optional<String> fact(String name);
}
