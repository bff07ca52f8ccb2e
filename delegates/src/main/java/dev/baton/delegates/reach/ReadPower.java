package dev.baton.delegates.reach;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a management controller whether its server has power. Only reads, so repeating it is safe. */
@Component("readPower")
@Delegate(
        name = "Read power state",
        description =
                "Asks the controller of a server whether it is switched on: by Redfish where it has the tag redfish, else Dell"
                        + " iDRAC and HPE iLO over SNMP.",
        inputs = ReadPowerInputs.class,
        outputs = {"power", "powerEvidence"})
class ReadPower implements DeviceDelegate<ReadPowerInputs> {

    /** IDRAC-MIB systemPowerState: 3 off, 4 on. */
    private static final String DELL = "1.3.6.1.4.1.674.10892.5.2.4.0";

    /** CPQSM2-MIB cpqSm2CntlrServerPowerState: 2 off, 3 on. */
    private static final String HPE = "1.3.6.1.4.1.232.9.2.2.32.0";

    private static final Map<String, String> STATES =
            Map.of(DELL + " 3", "off", DELL + " 4", "on", HPE + " 2", "off", HPE + " 3", "on");

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadPowerInputs inputs) {
        return Redfish.speaks(device)
                ? Redfish.commands(device, inputs)
                : List.of(Command.snmpGet(DELL, HPE).within(inputs.limit()));
    }

    @Override
    public Result perform(Session session, ReadPowerInputs inputs) {
        Device device = session.device();
        String power = "unknown";
        String why = "";
        for (Command command : render(device, session.dialect(), inputs)) {
            if (!power.equals("unknown")) {
                break;
            }
            try {
                Answer answer = session.send(command);
                power = Redfish.speaks(device) ? Redfish.power(answer) : power(answer);
                why = power.equals("unknown") ? ", it says " + first(answer) : "";
            } catch (ActionProblem problem) {
                // It is there, but nobody knows whether it is the right one: that is no silence.
                if (problem.problem() != Problem.CHECK_FAILED) {
                    throw problem;
                }
                why = ", " + problem.reason();
            }
        }
        return Result.unchanged("power " + power)
                .with(Map.of("power", power, "powerEvidence", device.name() + ": power " + power + why));
    }

    private static String power(Answer answer) {
        return answer.bindings().stream()
                .filter(Binding::exists)
                .map(state -> STATES.getOrDefault(state.oid() + " " + state.value(), "unknown"))
                .filter(state -> !state.equals("unknown"))
                .findFirst()
                .orElse("unknown");
    }

    private static String first(Answer answer) {
        return answer.output().lines().findFirst().orElse("nothing");
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return results.values().stream()
                .findFirst()
                .map(Result::facts)
                .orElse(Map.of("power", "controller-silent", "powerEvidence", "the controller does not answer"));
    }
}
