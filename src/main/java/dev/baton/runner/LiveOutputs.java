package dev.baton.runner;

import org.springframework.stereotype.Component;

/** Opens what detached commands say to people while they run. */
@Component
class LiveOutputs {

    private final GroupCommit commits;
    private final Journal journal;

    LiveOutputs(GroupCommit commits, Journal journal) {
        this.commits = commits;
        this.journal = journal;
    }

    /** @param row as the attempt claimed it */
    LiveOutput of(ActionOnDevice<?> action, ActionRow row) {
        return new LiveOutput(commits, journal, action.dialect(), row);
    }
}
