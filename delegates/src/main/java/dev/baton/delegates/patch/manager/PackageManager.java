package dev.baton.delegates.patch.manager;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import java.util.List;

/** How one family of distributions lists and installs patches. Every method is pure. */
public sealed interface PackageManager permits Apt, Dnf, Zypper {

    /** Reads that refresh the package lists and then tell what is pending, in order; they install nothing. */
    List<Command> listing(Privilege privilege);

    /** Goes on only after a good answer to one of the commands of {@link #listing} or {@link #withholding}. */
    void requireListed(Device device, Answer answer);

    /**
     * What the answers to {@link #listing} say is pending.
     *
     * @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} when an answer is not understood
     */
    List<Patch> pending(Device device, List<Answer> answers);

    /** Reads that tell which packages are kept at their version; none where nobody is asked. */
    default List<Command> withholding() {
        return List.of();
    }

    /** What the answers to {@link #withholding} say. */
    default List<Withheld> withheld(Device device, List<Answer> answers) {
        return List.of();
    }

    /** Whether it can install exactly this. */
    default boolean supports(Selection selection) {
        return !selection.namesPackages();
    }

    /** A read that tells what {@link #installation} would change; none where that is what is pending anyway. */
    default List<Command> rehearsal(Selection selection) {
        return List.of();
    }

    /** Installs what is pending and selected, without a question and keeping changed configuration files. */
    Command installation(Selection selection, Privilege privilege);

    /** What the end of the installation means. @throws dev.baton.action.ActionProblem when it failed */
    Installed installed(Device device, Answer answer);

    /** How an installation that did not fail ended. */
    enum Installed {
        DONE,
        /** The package manager replaced itself first and wants to be called again. */
        CALL_AGAIN
    }
}
