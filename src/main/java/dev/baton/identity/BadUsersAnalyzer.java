package dev.baton.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the log of a failed start what is wrong with the local users, instead of a stack trace. */
final class BadUsersAnalyzer extends AbstractFailureAnalyzer<BadUsersException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BadUsersException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Name a file with --baton.identity.users=FILE that holds, for each person, a name, groups and where the"
                        + " password is found:\n"
                        + "users: [{name: ada, groups: [operators], password: \"env:ADA_PASSWORD\"}]",
                cause);
    }
}
