package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Shell;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLinks;
import dev.baton.device.unix.DetachedJob;
import dev.baton.device.unix.Ending;
import dev.baton.device.unix.Mark;
import dev.baton.inventory.InventoryDevice;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Opens the links of attempts, so that what they start on hosts can be ended and found again. */
@Component
class Leashes {

    private static final Logger LOG = LoggerFactory.getLogger(Leashes.class);

    private final DeviceLinks links;
    private final Gates gates;
    private final Deadlines deadlines;
    private final LiveOutputs outputs;
    private final Mark.Patience patience;
    private final DetachedCommands.Pace pace;
    private final Executor threads = new SimpleAsyncTaskExecutor("baton-end-");

    @Autowired
    Leashes(DeviceLinks links, Gates gates, Deadlines deadlines, LiveOutputs outputs) {
        this(links, gates, deadlines, outputs, Mark.Patience.USUAL, DetachedCommands.Pace.USUAL);
    }

    Leashes(
            DeviceLinks links,
            Gates gates,
            Deadlines deadlines,
            LiveOutputs outputs,
            Mark.Patience patience,
            DetachedCommands.Pace pace) {
        this.links = links;
        this.gates = gates;
        this.deadlines = deadlines;
        this.outputs = outputs;
        this.patience = patience;
        this.pace = pace;
    }

    /** @param row as the attempt claimed it */
    LeashedLink open(ActionOnDevice<?> action, ActionRow row) {
        Mark mark = new Mark(row.id());
        Leash leash = new Leash(mark, patience, () -> gated(action, row));
        return new LeashedLink(
                action,
                row,
                gated(action, row),
                onHost(action) ? leash : null,
                deadlines,
                threads,
                outputs.of(action, row),
                pace);
    }

    private static boolean onHost(ActionOnDevice<?> action) {
        return action.dialect().shell() == Shell.POSIX;
    }

    private GatedLink gated(ActionOnDevice<?> action, ActionRow row) {
        return gated(action.device(), action.context().step().reference(), row, action.stop());
    }

    private GatedLink gated(InventoryDevice device, String reference, ActionRow row, StopSignal stop) {
        return gates.before(links.open(device, row.run()), device, reference, row, stop);
    }

    /** Ends what an action left on its host when its node was lost; what the host kept of it goes too. */
    Ending endLost(InventoryDevice device, String reference, ActionRow row) {
        Mark mark = new Mark(row.id());
        StopSignal never = new StopSignal();
        Ending ending = new Leash(mark, patience, () -> gated(device, reference, row, never)).end();
        if (ending.confirmed()) {
            try (GatedLink link = gated(device, reference, row, never)) {
                DetachedJob.forget(link, mark);
            } catch (ActionProblem problem) {
                LOG.info("{} keeps the state of action {}: {}", row.device(), row.id(), problem.reason());
            }
        }
        return ending;
    }

    /** Once the journal knows their outcome, the host need not keep it; what stays there does no harm. */
    void forget(ActionOnDevice<?> action, ActionRow row) {
        if (!onHost(action) || !action.detaches() || !row.doubtful()) {
            return;
        }
        try (GatedLink link = gated(action, row)) {
            DetachedJob.forget(link, new Mark(row.id()));
            link.keep();
        } catch (ActionProblem problem) {
            LOG.info("{} keeps the state of action {}: {}", row.device(), row.id(), problem.reason());
        }
    }
}
