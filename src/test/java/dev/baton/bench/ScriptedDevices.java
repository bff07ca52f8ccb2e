package dev.baton.bench;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceLinks;
import dev.baton.inventory.InventoryDevice;

/** Devices that answer at once and cost nothing, so that what remains is the engine, the runner and the database. */
final class ScriptedDevices implements DeviceLinks {

    @Override
    public DeviceLink open(InventoryDevice device) {
        return new DeviceLink() {
            @Override
            public void connect(Command command) {}

            @Override
            public Answer send(Command command) {
                return Answer.of(command, 0, "hello\n", "");
            }

            @Override
            public void abort() {}

            @Override
            public void close() {}
        };
    }
}
