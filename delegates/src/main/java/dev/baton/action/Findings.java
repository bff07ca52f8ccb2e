package dev.baton.action;

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
}
