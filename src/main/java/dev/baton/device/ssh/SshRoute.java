package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.trust.HostKeyChangedException;
import dev.baton.device.trust.TrustInForce;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the connection to a device, hop by hop: each is checked and logged in to before anything goes on to the next. */
final class SshRoute {

    private final List<Hop> way;
    private final SshProtocol protocol;
    private volatile @Nullable SshConnection opening;
    private volatile boolean aborted;

    SshRoute(List<Hop> way, SshProtocol protocol) {
        this.way = way;
        this.protocol = protocol;
    }

    /** @throws ActionProblem when a hop fails, which it names; nothing is left open then */
    SshConnection open() {
        SshConnection last = null;
        for (Hop hop : way) {
            try {
                last = open(hop, last);
            } catch (ActionProblem problem) {
                if (last != null) {
                    last.close();
                }
                throw problem;
            }
        }
        return Objects.requireNonNull(last);
    }

    private SshConnection open(Hop hop, @Nullable SshConnection before) {
        TrustInForce trust = trust(hop);
        ActionProblem mismatch = null;
        for (Set<String> offer : trust.keys().offers()) {
            HostKeyCheck check = new HostKeyCheck(trust.keys(), offer);
            try {
                return open(hop, before, check);
            } catch (ActionProblem problem) {
                if (problem.problem() != Problem.HOST_KEY_MISMATCH) {
                    throw problem;
                }
                check.changed(hop.device(), trust)
                        .ifPresent(key -> problem.initCause(new HostKeyChangedException(key)));
                mismatch = mismatch == null ? problem : mismatch;
            }
        }
        throw Objects.requireNonNull(mismatch);
    }

    private TrustInForce trust(Hop hop) {
        try {
            return protocol.trusts().of(hop.device(), hop.address(), hop.access());
        } catch (IOException e) {
            throw Problem.HOST_KEY_MISMATCH.because(
                    hop.name() + ": its host key cannot be checked, so nothing was sent: " + e.getMessage());
        }
    }

    private SshConnection open(Hop hop, @Nullable SshConnection before, HostKeyCheck check) {
        SshConnection fresh = protocol.connection(hop, before);
        opening = fresh;
        try {
            if (aborted) {
                throw Problem.CANCELLED.because(hop.name() + ": it was cancelled before the connection");
            }
            fresh.open(check, protocol.login());
            return fresh;
        } catch (ActionProblem problem) {
            fresh.leave();
            throw problem;
        }
    }

    /** Ends the connection that was opened last, and any that is opened now or later. */
    void abort() {
        aborted = true;
        SshConnection current = opening;
        if (current != null) {
            current.abort();
        }
    }
}
