package dev.baton.runner;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLinks;
import dev.baton.device.RunLink;
import dev.baton.inventory.InventoryDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Devices that remember what reached them and answer by a function of device and command. */
class ScriptedLinks implements DeviceLinks {

    final List<String> reached = new ArrayList<>();
    BiFunction<String, Command, String> answers = (device, command) -> "";
    /** What becomes of a command that no thread waits for; null answers at once. */
    @Nullable
    BiFunction<String, Command, CompletableFuture<Answer>> asked;

    Runnable onConnect = () -> {};
    Runnable onAbort = () -> {};
    Runnable onClose = () -> {};
    volatile int aborted;
    final List<String> kept = new CopyOnWriteArrayList<>();

    @Override
    public RunLink open(InventoryDevice device, String run) {
        return new RunLink() {
            private boolean connected;
            private @Nullable CompletableFuture<Answer> underWay;

            @Override
            public CompletableFuture<Answer> sendAsync(Command command) {
                if (asked == null) {
                    return RunLink.super.sendAsync(command);
                }
                underWay = asked.apply(device.name(), command);
                return underWay;
            }

            @Override
            public void connect(Command command) {
                onConnect.run();
                connected = true;
            }

            @Override
            public boolean connected(Command command) {
                return connected;
            }

            @Override
            public Answer send(Command command) {
                synchronized (reached) {
                    reached.add(device.name() + " " + command.text());
                }
                return Answer.of(command, 0, answers.apply(device.name(), command), "");
            }

            @Override
            public void abort() {
                aborted++;
                if (underWay != null) {
                    underWay.completeExceptionally(Problem.CANCELLED.because(device.name() + ": it was cancelled"));
                }
                onAbort.run();
            }

            @Override
            public void keep() {
                kept.add(device.name() + " in " + run);
            }

            @Override
            public void close() {
                connected = false;
                onClose.run();
            }
        };
    }
}
