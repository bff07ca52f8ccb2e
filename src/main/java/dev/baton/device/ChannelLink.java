package dev.baton.device;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Gives each command to the protocol of its channel; a protocol's link is opened when a command first needs it. */
final class ChannelLink implements DeviceLink {

    private final InventoryDevice device;
    private final List<Protocol> protocols;
    private final Map<Protocol, DeviceLink> links = new ConcurrentHashMap<>();
    private volatile boolean aborted;
    private volatile Progress progress = Progress.UNHEARD;

    ChannelLink(InventoryDevice device, List<Protocol> protocols) {
        this.device = device;
        this.protocols = protocols;
    }

    @Override
    public void connect(Command command) {
        link(command).connect(command);
    }

    @Override
    public boolean connected(Command command) {
        return link(command).connected(command);
    }

    @Override
    public Answer send(Command command) {
        return link(command).send(command);
    }

    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        try {
            return link(command).sendAsync(command);
        } catch (ActionProblem problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    @Override
    public void report(Progress to) {
        progress = to;
        links.values().forEach(link -> link.report(to));
    }

    @Override
    public void abort() {
        aborted = true;
        links.values().forEach(DeviceLink::abort);
    }

    /** What rests on no connection, or on one that is not as it was, ends. */
    @Override
    public boolean rest() {
        links.values().removeIf(link -> {
            boolean kept = link.rest();
            if (!kept) {
                link.close();
            }
            return !kept;
        });
        return !links.isEmpty();
    }

    @Override
    public void close() {
        links.values().forEach(DeviceLink::close);
    }

    private DeviceLink link(Command command) {
        DeviceLink link = links.computeIfAbsent(protocol(command.channel()), this::opened);
        if (aborted) {
            link.abort();
            throw Problem.CANCELLED.because(
                    device.name() + ": the work was cancelled, so \"" + command.text() + "\" was not sent");
        }
        return link;
    }

    private DeviceLink opened(Protocol protocol) {
        DeviceLink link = protocol.open(device);
        link.report(progress);
        return link;
    }

    private Protocol protocol(Channel channel) {
        return protocols.stream()
                .filter(protocol -> protocol.channels().contains(channel))
                .findFirst()
                .orElseThrow(() -> Problem.UNSUPPORTED.because(
                        device.name() + ": no protocol of this installation carries " + channel));
    }
}
