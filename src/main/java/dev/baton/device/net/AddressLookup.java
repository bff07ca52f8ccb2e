package dev.baton.device.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Looks up addresses within a limit, which Java's own lookup does not have. */
@Component
public class AddressLookup implements AutoCloseable {

    private final Source source;
    private final ExecutorService lookups = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "address-lookup");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    AddressLookup() {
        this(InetAddress::getAllByName);
    }

    public AddressLookup(Source source) {
        this.source = source;
    }

    /** What knows the addresses of a name. */
    public interface Source {

        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** All addresses of a host, never none. */
    public List<InetAddress> all(String host, Exchange exchange) throws IOException {
        Future<InetAddress[]> lookup = lookups.submit(() -> source.all(host));
        exchange.guard(() -> lookup.cancel(true));
        try {
            return List.of(lookup.get(exchange.millisLeft(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new UnknownHostException("the name " + host + " cannot be resolved");
        } catch (CancellationException | TimeoutException e) {
            throw new SocketTimeoutException("the name " + host + " was not resolved in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + host + " was resolved");
        }
    }

    /** The first address of a host. */
    public InetAddress first(String host, Exchange exchange) throws IOException {
        return all(host, exchange).get(0);
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
