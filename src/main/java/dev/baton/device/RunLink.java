package dev.baton.device;

/** A run's link to a device, which one action uses and then either keeps for the next step of the run or closes. */
public interface RunLink extends DeviceLink {

    /** Ends the use of it after a success that left the device as it answers always; closes it where it is not worth keeping. */
    void keep();
}
