package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.device.RunLink;
import dev.baton.device.unix.DetachedJob;
import dev.baton.device.unix.Ending;
import dev.baton.device.unix.JobState;
import dev.baton.device.unix.JobState.Offsets;
import dev.baton.device.unix.Mark;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What holds the commands of one action on a host: it finds them there, from any connection, and ends them.
 *
 * @param another a connection beside the one that is in use
 */
record Leash(Mark mark, Mark.Patience patience, Supplier<RunLink> another) {

    Ending end() {
        try (RunLink link = another.get()) {
            return mark.end(link, patience);
        } catch (ActionProblem problem) {
            return Ending.unconfirmed(problem.reason());
        }
    }

    /** How a detached command is; null when the host cannot be asked now. */
    @Nullable
    JobState look(DetachedJob job) {
        try (RunLink link = another.get()) {
            return job.look(link, Offsets.NONE);
        } catch (ActionProblem problem) {
            return null;
        }
    }
}
