package dev.baton.device;

/** Hears how far a transfer has come; often, and from the thread that transfers. */
public interface Progress {

    /** Nobody listens. */
    Progress UNHEARD = (done, total) -> {};

    /** @param total how many bytes there will be */
    void at(long done, long total);
}
