package dev.baton.finding;

/** What people do with findings. */
public interface FindingActs {

    /**
     * Takes notice of an open finding: it stays in the list of its device, but nobody else has to look. A worse severity opens
     * it again.
     *
     * @param note why it may stay, or who works on it
     * @return false when there is no such open finding
     */
    boolean acknowledge(String id, String person, String note);
}
