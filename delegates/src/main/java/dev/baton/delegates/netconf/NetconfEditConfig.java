package dev.baton.delegates.netconf;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes configurations over NETCONF, and lets the device take back what does not prove itself. */
@Component("netconfEditConfig")
@Delegate(
        name = "Edit configuration by NETCONF",
        description =
                "Puts elements into the candidate of each device, has them validated and committed on trial, checks"
                        + " them over a new connection, and only then confirms and saves them.",
        effect = Effect.CHECKABLE,
        inputs = NetconfEditConfigInputs.class)
class NetconfEditConfig implements DeviceDelegate<NetconfEditConfigInputs> {

    @Override
    public List<Command> render(Device device, Dialect dialect, NetconfEditConfigInputs inputs) {
        return Edit.of(inputs).all();
    }

    @Override
    public Result perform(Session session, NetconfEditConfigInputs inputs) {
        return new LiveEdit(session, Edit.of(inputs), inputs).run();
    }

    @Override
    public Effect effect(NetconfEditConfigInputs inputs) {
        return inputs.dryRun() ? Effect.READ : Effect.CHECKABLE;
    }

    /** Elements that run may still be taken back by the device, so it looks again when that time is over. */
    @Override
    public Probe probe(Session session, NetconfEditConfigInputs inputs) {
        Edit edit = Edit.of(inputs);
        List<String> missing = missing(session, edit, edit.running());
        if (missing.isEmpty()) {
            session.pause(edit.limit().plus(LiveEdit.MARGIN));
            missing = missing(session, edit, edit.running());
        }
        return missing.isEmpty()
                ? new Probe.Applied(Result.changed("the elements are in the running configuration"))
                : new Probe.NotApplied("the running configuration does not show " + String.join(", ", missing));
    }

    private static List<String> missing(Session session, Edit edit, Command command) {
        return edit.missingIn(session.device().name(), session.send(command).output());
    }
}
