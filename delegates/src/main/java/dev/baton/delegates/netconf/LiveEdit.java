package dev.baton.delegates.netconf;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.netconf.Capability;
import dev.baton.action.netconf.Netconf;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One change of one device over NETCONF: edit, validate, commit on trial, look again, and only then let it stay. */
final class LiveEdit {

    /** The device's clock and ours do not agree to the second, and taking back takes a while. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    private final Session session;
    private final Edit edit;
    private final NetconfEditConfigInputs inputs;
    private final String device;
    private String before = "";

    LiveEdit(Session session, Edit edit, NetconfEditConfigInputs inputs) {
        this.session = session;
        this.edit = edit;
        this.inputs = inputs;
        this.device = session.device().name();
    }

    Result run() {
        String hello = session.send(Netconf.hello()).output();
        require(hello, Capability.CANDIDATE, "no candidate configuration");
        require(hello, Capability.CONFIRMED_COMMIT, "no confirmed commit, so nothing could take the change back");
        before = session.send(edit.running()).output();
        List<String> missing = edit.missingIn(device, before);
        if (missing.isEmpty()) {
            return Result.unchanged("the elements are there already");
        }
        boolean named = Capability.PERSISTENT_COMMIT.offeredIn(hello);
        collect(hello, named);
        Result result = Result.changed("changed " + String.join(", ", missing));
        if (inputs.dryRun()) {
            session.send(Netconf.discard());
            return Result.unchanged("the device would take it").with(Map.of("missing", missing));
        }
        session.send(named ? edit.tryNamed() : edit.tryHeld());
        check(named);
        confirm(named);
        if (inputs.save() && Capability.STARTUP.offeredIn(hello)) {
            session.send(Netconf.save());
        }
        return result;
    }

    private void require(String hello, Capability capability, String lacking) {
        if (!capability.offeredIn(hello)) {
            throw Problem.UNSUPPORTED.because(device + ": it offers " + lacking);
        }
    }

    /** Locks end with the session; they keep everybody else off the candidate until then. */
    private void collect(String hello, boolean named) {
        session.send(Netconf.lock("candidate"));
        if (!named) {
            session.send(Netconf.lock("running"));
        }
        try {
            session.send(edit.change());
            // A commit validates by itself, and there are servers that forget to commit what was validated before.
            if (inputs.dryRun() && Capability.VALIDATE.offeredIn(hello)) {
                session.send(Netconf.validate());
            }
        } catch (ActionProblem refused) {
            if (refused.problem() == Problem.COMMAND_REJECTED) {
                session.send(Netconf.discard());
                throw Problem.COMMAND_REJECTED.because(refused.reason() + "; nothing was changed");
            }
            throw refused;
        }
    }

    private void check(boolean named) {
        if (named) {
            session.pause(inputs.settle());
        } else {
            session.hold(inputs.settle());
        }
        List<String> missing;
        try {
            Command look = named ? edit.running() : edit.running().apart();
            missing = edit.missingIn(device, session.send(look).output());
        } catch (ActionProblem lost) {
            if (!cutOff(lost.problem())) {
                throw lost;
            }
            session.pause(edit.limit().plus(MARGIN));
            throw Problem.CHECK_FAILED.because(device + ": the change was not confirmed, because after it "
                    + lost.reason() + "; after " + inputs.rollbackAfter() + " min " + told());
        }
        if (!missing.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + ": wanted " + String.join(", ", missing)
                    + " in the running configuration, it is otherwise after the change; " + takeBack(named));
        }
    }

    private static boolean cutOff(Problem problem) {
        return problem == Problem.UNREACHABLE || problem == Problem.TIMEOUT || problem == Problem.AUTH_FAILED;
    }

    private void confirm(boolean named) {
        try {
            session.send(named ? edit.confirmNamed() : Netconf.confirm());
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            throw Problem.COMMAND_REJECTED.because(refused.reason() + "; the change was not confirmed, the device takes"
                    + " it back within " + inputs.rollbackAfter() + " min");
        }
    }

    /** A commit without a name goes back when its session ends, and at the latest when its time is over. */
    private String takeBack(boolean named) {
        try {
            if (named) {
                session.send(edit.cancelNamed());
            } else {
                session.pause(edit.limit().plus(MARGIN));
            }
            return told();
        } catch (ActionProblem problem) {
            return "taking it back failed: " + problem.reason() + "; the device takes it back itself within "
                    + inputs.rollbackAfter() + " min";
        }
    }

    private String told() {
        return session.send(edit.running()).output().equals(before)
                ? "it was taken back, these elements are as before"
                : "the device was to take it back, and these elements are not as before";
    }
}
