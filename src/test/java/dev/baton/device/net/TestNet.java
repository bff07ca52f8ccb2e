package dev.baton.device.net;

import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.inventory.Inventory;
import dev.baton.secret.Secrets;
import dev.baton.secret.TestSecrets;
import java.util.List;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The network channels as the application has them, without authorities and allowed hosts. */
public final class TestNet implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public TestNet() {
        context.register(Deadlines.class);
        context.scan("dev.baton.device.net");
        context.registerBean(NetSettings.class, () -> new NetSettings(List.of(), null));
        context.registerBean(Inventory.class, () -> Mockito.mock(Inventory.class));
        context.registerBean(Secrets.class, TestSecrets::fromFiles);
        context.registerBean("addressLookup", AddressLookup.class, () -> new AddressLookup());
        context.refresh();
    }

    public Protocol protocol() {
        return context.getBean(NetProtocol.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
