package dev.baton.testing;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Inputs;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.device.DeviceLink;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.inventory.InventoryDevice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets delegates act on one device over a real link, without runner and journal. A pause takes no time. */
public final class DelegateSession implements Session, AutoCloseable {

    private final Device device;
    private final boolean snmp;
    private final Dialect dialect;
    private final Supplier<DeviceLink> links;
    private final Map<String, String> notes = new HashMap<>();
    private DeviceLink link;
    private List<Command> rendered = List.of();

    public DelegateSession(InventoryDevice device, Supplier<DeviceLink> links) {
        this.device = device.device();
        this.snmp = device.snmp() != null;
        this.dialect = TestPlatforms.shipped().of(device.device().platform());
        this.links = links;
        this.link = links.get();
    }

    public Result perform(DeviceDelegate<?> delegate, Map<String, ?> inputs) {
        return perform(delegate, bound(delegate, inputs));
    }

    @SuppressWarnings("unchecked")
    private Result perform(DeviceDelegate<?> delegate, Record inputs) {
        DeviceDelegate<Record> typed = (DeviceDelegate<Record>) delegate;
        rendered = typed.render(device, dialect, inputs);
        return typed.perform(this, inputs);
    }

    @SuppressWarnings("unchecked")
    public Probe probe(DeviceDelegate<?> delegate, Map<String, ?> inputs) {
        DeviceDelegate<Record> typed = (DeviceDelegate<Record>) delegate;
        Record bound = bound(delegate, inputs);
        rendered = typed.render(device, dialect, bound).stream()
                .filter(command -> !command.changes())
                .toList();
        return typed.probe(this, bound);
    }

    private static Record bound(DeviceDelegate<?> delegate, Map<String, ?> inputs) {
        return Inputs.bind(delegate.getClass().getAnnotation(Delegate.class).inputs(), inputs);
    }

    @Override
    public String run() {
        return "RUN-000042";
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Answer send(Command command) {
        if (!rendered.contains(command)) {
            throw Problem.PLAN_DEVIATION.because("not rendered: " + command.text());
        }
        if (command.channel() == Channel.SNMP_GET && !snmp) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the inventory gives it no snmp access");
        }
        return link.send(command);
    }

    @Override
    public void pause(Duration duration) {
        link.close();
        link = links.get();
    }

    @Override
    public void hold(Duration duration) {
        // It takes no time either.
    }

    @Override
    public void note(String name, String value) {
        notes.put(name, value);
    }

    @Override
    public Optional<String> fact(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    @Override
    public void close() {
        link.close();
    }
}
