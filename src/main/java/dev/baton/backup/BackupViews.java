package dev.baton.backup;

import java.util.List;
import java.util.Optional;

/** The configurations that were kept, for pages and scripts. */
public interface BackupViews {

    /** The revisions of a device, the newest first. */
    List<RevisionView> revisions(String device);

    Optional<RevisionView> revision(String device, int number);

    /** The configuration of a revision, without volatile lines and without secrets. */
    Optional<String> content(String device, int number);

    /** The unified diff between two revisions of a device; empty text when they are equal, nothing when one is missing. */
    Optional<String> diff(String device, int from, int to);

    /** The last revision of every device that has one, by device: its {@code verifiedAt} is the last good backup. */
    List<RevisionView> coverage();
}
