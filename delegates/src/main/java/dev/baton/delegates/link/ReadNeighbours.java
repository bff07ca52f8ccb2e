package dev.baton.delegates.link;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.Neighbour;
import dev.baton.delegates.link.read.Neighbours;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Remembers who announces itself on each port of a device. Only reads, so repeating it is safe. */
@Component("readNeighbours")
@Delegate(
        name = "Read neighbours",
        description =
                "Reads by LLDP and CDP who is at the other end of each port, and remembers it for the time when the link"
                        + " is down and nobody announces itself any more.",
        inputs = ReadNeighboursInputs.class)
class ReadNeighbours implements DeviceDelegate<ReadNeighboursInputs> {

    private final Observations observations;

    ReadNeighbours(Observations observations) {
        this.observations = observations;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadNeighboursInputs inputs) {
        return LinkCells.neighbours(inputs.limit());
    }

    @Override
    public Result interpret(Session session, ReadNeighboursInputs inputs, List<Answer> answers) {
        Map<String, Neighbour> live = Neighbours.of(LinkCells.of(answers));
        KnownNeighbours known =
                KnownNeighbours.of(observations, session.device().name()).with(live);
        return Result.unchanged(live.size() + " neighbours").observing(known.observation());
    }
}
