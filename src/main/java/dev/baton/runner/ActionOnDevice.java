package dev.baton.runner;

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

    Map<String, String> facts() {
        return context.facts().getOrDefault(device.name(), Map.of());
    }

    StopSignal stop() {
        return context.stop();
    }
}
