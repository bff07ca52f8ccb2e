package dev.baton.device.snmp;

import java.util.concurrent.CompletionException;

/** Finds what failed behind the wrapping that the stages of a future add. */
final class Failures {

    private Failures() {}

    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
