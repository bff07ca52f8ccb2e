package dev.baton.device.net;

import dev.baton.action.net.ChainCheck;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.inventory.Inventory;
import dev.baton.secret.Secrets;
import dev.baton.secret.TestSecrets;
import java.util.List;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The network channels as the application has them. */
public final class TestNet implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Without authorities, allowed hosts and credentials. */
    public TestNet() {
        this(new NetSettings(List.of(), null), Mockito.mock(Inventory.class));
    }

    public TestNet(NetSettings settings, Inventory inventory) {
        context.register(Deadlines.class);
        context.scan("dev.baton.device.net");
        context.registerBean(NetSettings.class, () -> settings);
        context.registerBean(Inventory.class, () -> inventory);
        context.registerBean(Secrets.class, TestSecrets::fromFiles);
        context.registerBean("addressLookup", AddressLookup.class, () -> new AddressLookup());
        context.refresh();
    }

    public Protocol protocol() {
        return context.getBean(NetProtocol.class);
    }

    public ChainCheck chains() {
        return context.getBean(ChainCheck.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
