package dev.baton.delegates.snmp;

import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.SnmpType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets a variable of a device over SNMP and reads it back. What the variable held before tells whether it happened. */
@Component("writeSnmp")
@Delegate(
        name = "Write SNMP",
        description = "Sets a variable over SNMP and reads it back; a device that has the value already is left alone."
                + " A community must be marked writable in the inventory.",
        effect = Effect.CHECKABLE,
        inputs = WriteSnmpInputs.class)
class WriteSnmp implements DeviceDelegate<WriteSnmpInputs> {

    private static final String BEFORE = "snmpBefore";

    private final Mib mib;

    WriteSnmp(Mib mib) {
        this.mib = mib;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, WriteSnmpInputs inputs) {
        return List.of(get(inputs), set(inputs));
    }

    @Override
    public Result perform(Session session, WriteSnmpInputs inputs) {
        Binding before = now(session, inputs);
        if (!before.exists() && !createsRows(before)) {
            throw Problem.CHECK_FAILED.because(session.device().name() + " has no variable " + inputs.variable());
        }
        if (holds(before, inputs)) {
            return Result.unchanged(inputs.variable() + " is " + shown(before) + " already");
        }
        session.note(BEFORE, before.value());
        Binding after = session.send(set(inputs)).bindings().get(0);
        return changed(inputs, before.value(), after);
    }

    @Override
    public Probe probe(Session session, WriteSnmpInputs inputs) {
        Optional<String> before = session.fact(BEFORE);
        Binding now = now(session, inputs);
        if (before.isEmpty()) {
            return new Probe.Undecided("what " + inputs.variable() + " held before is not known");
        }
        if (holds(now, inputs)) {
            return new Probe.Applied(changed(inputs, before.get(), now));
        }
        return now.value().equals(before.get())
                ? new Probe.NotApplied(inputs.variable() + " still is " + shown(now))
                : new Probe.Undecided(
                        inputs.variable() + " is " + shown(now) + ", neither what it was nor what was wanted");
    }

    private Result changed(WriteSnmpInputs inputs, String before, Binding after) {
        return Result.changed(inputs.variable() + " was " + mib.shown(after.oid(), before) + ", is " + shown(after))
                .with(Map.of(BEFORE, before, "snmpAfter", after.value()));
    }

    private Binding now(Session session, WriteSnmpInputs inputs) {
        return session.send(get(inputs)).bindings().get(0);
    }

    private boolean holds(Binding binding, WriteSnmpInputs inputs) {
        String wanted = value(inputs);
        return switch (inputs.type()) {
            case HEX -> hex(wanted).equals(hex(binding.value()));
            case OID -> mib.oid(wanted).equals(binding.value());
            default -> mib.holds(wanted, binding);
        };
    }

    private boolean createsRows(Binding binding) {
        return mib.object(binding.oid()).filter(MibObject::createsRows).isPresent();
    }

    private static String hex(String octets) {
        return octets.replaceAll("[ :]", "").toLowerCase(Locale.ROOT);
    }

    private String shown(Binding binding) {
        return binding.exists() ? mib.shown(binding.oid(), binding.value()) : "absent";
    }

    private Command get(WriteSnmpInputs inputs) {
        return Command.snmpGet(mib.oid(inputs.variable()));
    }

    private Command set(WriteSnmpInputs inputs) {
        String value = inputs.type() == SnmpType.OID ? mib.oid(value(inputs)) : value(inputs);
        return Command.snmpSet(mib.oid(inputs.variable()), inputs.type(), value);
    }

    private String value(WriteSnmpInputs inputs) {
        return mib.object(mib.oid(inputs.variable()))
                .map(object -> object.number(inputs.value()))
                .orElse(inputs.value());
    }
}
