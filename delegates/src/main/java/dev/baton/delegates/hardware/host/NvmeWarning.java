package dev.baton.delegates.hardware.host;

import dev.baton.delegates.hardware.part.State;
import java.util.Map;

/** What the bits of an NVMe drive's critical warning mean. */
record NvmeWarning(State state, String words) {

    private static final Map<Integer, NvmeWarning> ALL = Map.of(
            0, new NvmeWarning(State.PREDICTED_FAILURE, "its spare is used up"),
            1, new NvmeWarning(State.HOT, "its temperature is beyond its threshold"),
            2, new NvmeWarning(State.PREDICTED_FAILURE, "it has become unreliable"),
            3, new NvmeWarning(State.FAILED, "it only reads any more"),
            4, new NvmeWarning(State.DEGRADED, "the backup of its volatile memory has failed"),
            5, new NvmeWarning(State.DEGRADED, "its persistent memory region is unreliable or read-only"));

    static Map<Integer, NvmeWarning> all() {
        return ALL;
    }
}
