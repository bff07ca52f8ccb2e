package dev.baton.action;

import java.util.Optional;

/** Host keys that devices showed instead of the trusted ones, and what people decide about them. */
public interface HostKeys {

    /** The changed key of a device that a person may decide about, the one met last. */
    Optional<ChangedHostKey> undecided(String device);

    /**
     * Carries out what the review in a run decided; the record of decisions is asked, not the diagram.
     *
     * @param change id of the changed key
     * @param run the reference of the run whose review it was
     * @return whether the key is trusted from now on
     * @throws ActionProblem {@code NOT_APPROVED} when the run has no decision on record, {@code CHECK_FAILED} when there is
     *     nothing left to approve
     */
    boolean settle(String change, String run);
}
