package dev.baton.observation;

import dev.baton.action.Observation;
import dev.baton.action.Observations;
import java.util.List;

/** What was seen of devices, and where more is kept. */
public interface KeptObservations extends Observations {

    /** @param run the reference of the run that saw it */
    void keep(String run, String device, List<Observation> seen);
}
