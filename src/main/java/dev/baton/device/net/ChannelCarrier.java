package dev.baton.device.net;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;

/** Carries the commands of one channel. */
public interface ChannelCarrier {

    Channel channel();

    /**
     * Does all that cannot change anything: checks, looks up, connects.
     *
     * @throws dev.baton.action.ActionProblem when the command is refused before anything was sent
     */
    Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException;

    /** A command that only has to be sent. */
    interface Ready {

        /** Sends it and reads the answer. */
        Answer send() throws IOException;
    }
}
