package dev.baton.secret.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the log of a failed start which kept secret does not open, instead of a stack trace. */
final class UnsealableAnalyzer extends AbstractFailureAnalyzer<UnsealableException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsealableException cause) {
        return new FailureAnalysis(
                "A secret that Baton keeps does not open: " + cause.getMessage(),
                "Bring back the key file with which it was encrypted (baton.secret.key-file), readable by Baton's user only;"
                        + " its keys may stand after the first line of a newer one.",
                cause);
    }
}
