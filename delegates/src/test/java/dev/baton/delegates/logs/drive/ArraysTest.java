package dev.baton.delegates.logs.drive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArraysTest {

    private static final Arrays ARRAYS = Arrays.of("""
            Personalities : [raid1] [raid6] [raid5] [raid4]
            md1 : active raid6 sdd1[3] sdc1[2] sdb1[1](F) sda1[0]
                  15627788288 blocks super 1.2 level 6, 512k chunk, algorithm 2 [4/3] [U_UU]

            md0 : active raid1 nvme1n1p2[1] nvme0n1p2[0]
                  99 blocks super 1.2 [2/2] [UU]

            unused devices: <none>
            """);

    @Test
    void whatAnArrayGaveUpIsFaulty() {
        assertThat(ARRAYS.stateOf("sdb")).isEqualTo("faulty");
    }

    @Test
    void theOtherMembersOfADegradedArrayAndTheArrayItselfAreDegraded() {
        assertThat(ARRAYS.stateOf("sda")).isEqualTo("degraded");
        assertThat(ARRAYS.stateOf("md1")).isEqualTo("degraded");
    }

    @Test
    void aWholeArrayIsInSync() {
        assertThat(ARRAYS.stateOf("nvme0n1")).isEqualTo("in-sync");
        assertThat(ARRAYS.stateOf("md0")).isEqualTo("in-sync");
    }

    @Test
    void whatIsInNoArrayHasNoState() {
        assertThat(ARRAYS.stateOf("sdz")).isEqualTo("none");
        assertThat(Arrays.of("").stateOf("sda")).isEqualTo("none");
    }
}
