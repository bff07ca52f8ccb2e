package dev.baton.finding;

import java.util.Optional;

/** What was found, for pages and scripts. */
public interface FindingViews {

    /** The findings that fit, those seen last first. @param page counted from 0 */
    FindingPage list(FindingFilter filter, int page, int size);

    Optional<FindingView> find(String id);
}
