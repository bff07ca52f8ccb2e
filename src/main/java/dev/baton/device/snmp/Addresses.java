package dev.baton.device.snmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Looks host names up beside the caller, because a name server that does not answer blocks for as long as it likes. */
@Component
class Addresses implements AutoCloseable {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final Resolver resolver;
    private final Map<String, CompletableFuture<InetAddress>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "snmp-names");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    Addresses() {
        this(InetAddress::getByName);
    }

    Addresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Turns a name into an address, and blocks for it. */
    interface Resolver {

        InetAddress resolve(String host) throws UnknownHostException;
    }

    /** The address; a name that is being looked up already is not looked up twice. */
    CompletableFuture<InetAddress> of(String host) {
        if (LITERAL.matcher(host).matches()) {
            return CompletableFuture.completedFuture(host).thenApply(name -> resolve(InetAddress::getByName, name));
        }
        CompletableFuture<InetAddress> lookup = underWay.computeIfAbsent(
                host, name -> CompletableFuture.supplyAsync(() -> resolve(resolver, name), threads));
        lookup.whenComplete((address, failure) -> underWay.remove(host, lookup));
        return lookup.copy();
    }

    private static InetAddress resolve(Resolver resolver, String host) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
