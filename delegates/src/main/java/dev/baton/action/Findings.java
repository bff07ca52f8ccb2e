package dev.baton.action;

import java.util.Collection;
import java.util.Set;

/** Where findings are reported and resolved. */
public interface Findings {

    /**
     * Opens the finding, or renews the open one of the same device, kind and part.
     *
     * @param run the reference of the run that discovered it
     * @return its id
     */
    String report(String run, Finding finding);

    /** Resolves the open findings of a device and kind, if there are any. */
    void resolve(String run, String device, String kind);

    /** Resolves the open finding of a device, kind and part, if there is one. */
    void resolve(String run, String device, String kind, String part);

    /**
     * Reports all that a whole look at a device has found, and resolves its other open findings of the kinds looked for.
     *
     * @param source who looked, e.g. the bean of a delegate: what another one still sees is left to it
     * @param kinds what was looked for in full; a kind that could not be looked at is left out, so that nothing is
     *     resolved blindly
     */
    void settle(String run, String source, String device, Set<String> kinds, Collection<Finding> found);
}
