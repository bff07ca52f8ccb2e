package dev.baton.device.net;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.Secrets;
import dev.baton.secret.TestSecrets;
import dev.baton.testing.ShippedDecisions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The delegates and the network channels as the application joins them, and a device to act on. */
final class NetRig implements AutoCloseable {

    final Inventory inventory = Mockito.mock(Inventory.class);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private String address = "127.0.0.1";

    NetRig(NetSettings settings, AddressLookup lookup) {
        context.register(Deadlines.class);
        context.scan(
                "dev.baton.device.net",
                "dev.baton.delegates.network",
                "dev.baton.delegates.tls",
                "dev.baton.delegates.http");
        context.registerBean(Decisions.class, () -> new ShippedDecisions());
        context.registerBean(NetSettings.class, () -> settings);
        context.registerBean(Inventory.class, () -> inventory);
        context.registerBean(Secrets.class, TestSecrets::fromFiles);
        context.registerBean("addressLookup", AddressLookup.class, () -> lookup);
        context.refresh();
    }

    /** With authorities in a folder, and without allowed hosts. */
    static NetRig trusting(Path caFolder) {
        return new NetRig(new NetSettings(List.of(), caFolder), new AddressLookup());
    }

    NetRig at(String deviceAddress) {
        address = deviceAddress;
        return this;
    }

    DeviceLink open() {
        return context.getBean(NetProtocol.class).open(new InventoryDevice(device(), List.of(), null, null));
    }

    DeviceLink open(InventoryDevice device) {
        return context.getBean(NetProtocol.class).open(device);
    }

    List<Command> render(String delegate, Map<String, ?> inputs) {
        DeviceDelegate<Record> bean = delegate(delegate);
        return bean.render(device(), Mockito.mock(Dialect.class), bound(bean, inputs));
    }

    Result perform(String delegate, Map<String, ?> inputs) {
        try (DeviceLink link = open()) {
            return perform(delegate, inputs, link);
        }
    }

    Result perform(String delegate, Map<String, ?> inputs, DeviceLink link) {
        DeviceDelegate<Record> bean = delegate(delegate);
        Record bound = bound(bean, inputs);
        Dialect dialect = Mockito.mock(Dialect.class);
        Mockito.when(dialect.withoutSecrets(Mockito.anyString())).then(call -> call.getArgument(0));
        List<Command> rendered = bean.render(device(), dialect, bound);
        return bean.perform(new LinkSession(device(), dialect, rendered, link), bound);
    }

    @SuppressWarnings("unchecked")
    private DeviceDelegate<Record> delegate(String name) {
        return context.getBean(name, DeviceDelegate.class);
    }

    private static Record bound(DeviceDelegate<Record> bean, Map<String, ?> inputs) {
        return Inputs.bind(bean.getClass().getAnnotation(Delegate.class).inputs(), inputs);
    }

    private Device device() {
        return new Device("box1", address, "linux", null, null, Set.of(), Criticality.LOW, null, false);
    }

    @Override
    public void close() {
        context.close();
    }

    private record LinkSession(Device device, Dialect dialect, List<Command> rendered, DeviceLink link)
            implements Session {

        @Override
        public String run() {
            return "RUN-000042";
        }

        @Override
        public Answer send(Command command) {
            if (!rendered.contains(command)) {
                throw Problem.PLAN_DEVIATION.because(command.text());
            }
            link.connect(command);
            return link.send(command);
        }

        @Override
        public void pause(Duration duration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hold(Duration duration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void note(String name, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> fact(String name) {
            return Optional.empty();
        }
    }
}
