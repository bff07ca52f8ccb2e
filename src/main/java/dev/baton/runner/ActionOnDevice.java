package dev.baton.runner;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.inventory.InventoryDevice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One action of a step: its device and what it may send there. */
record ActionOnDevice<I extends Record>(
        StepContext<I> context, InventoryDevice device, Dialect dialect, List<Command> commands) {

    String commandText() {
        return commands.stream().map(Command::text).collect(Collectors.joining("\n"));
    }

    String digest() {
        return Transcript.sha256(commandText().getBytes(StandardCharsets.UTF_8));
    }

    List<Command> reads() {
        return commands.stream().filter(command -> !command.changes()).toList();
    }

    boolean detaches() {
        return commands.stream().anyMatch(Command::detached);
    }

    /** Whether it may be gone on with after a crash, whatever its effect: what it changes is started once or written whole. */
    boolean resumable() {
        return detaches()
                && commands.stream()
                        .filter(Command::changes)
                        .allMatch(command -> command.detached() || command.channel() == Channel.SFTP_WRITE);
    }

    Map<String, String> facts() {
        return context.facts().getOrDefault(device.name(), Map.of());
    }

    StopSignal stop() {
        return context.stop();
    }
}
