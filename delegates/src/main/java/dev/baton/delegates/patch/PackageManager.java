package dev.baton.delegates.patch;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import java.util.List;

/** How one family of distributions lists and installs patches. Every method is pure. */
sealed interface PackageManager permits Apt, Dnf, Zypper {

    /** Reads that refresh the package lists and then tell what is pending, in order; they install nothing. */
    List<Command> listing(Privilege privilege);

    /** Goes on only after a good answer to one of the commands of {@link #listing}. */
    void requireListed(Device device, Answer answer);

    /**
     * What the answers to {@link #listing} say is pending.
     *
     * @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} when an answer is not understood
     */
    List<Patch> pending(Device device, List<Answer> answers);

    /** Installs what is pending in the scope, without a question and keeping changed configuration files. */
    Command installation(PatchScope scope, Privilege privilege);

    /** What the end of the installation means. @throws dev.baton.action.ActionProblem when it failed */
    Installed installed(Device device, Answer answer);

    /** How an installation that did not fail ended. */
    enum Installed {
        DONE,
        /** The package manager replaced itself first and wants to be called again. */
        CALL_AGAIN
    }
}
