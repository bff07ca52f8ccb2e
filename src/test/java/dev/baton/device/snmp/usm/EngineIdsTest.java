package dev.baton.device.snmp.usm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EngineIdsTest {

    private static final byte[] ONE = {(byte) 0x80, 0, 0, 1};
    private static final byte[] TWO = {(byte) 0x80, 0, 0, 2};

    private final TestEngines store = new TestEngines();
    private final EngineIds engineIds = store.afterRestart();

    @Test
    void whatWasLearnedIsKnownAfterARestart() {
        engineIds.learned("core-sw1", "192.0.2.1/161", ONE);
        engineIds.close();

        assertThat(store.afterRestart().find("core-sw1", "192.0.2.1/161")).contains(ONE);
    }

    @Test
    void aDeviceWithAnotherAddressIsAskedAgain() {
        engineIds.learned("core-sw1", "192.0.2.1/161", ONE);

        assertThat(engineIds.find("core-sw1", "192.0.2.9/161")).isEmpty();
    }

    @Test
    void twoDevicesWithOneEngineIdAreNamedOnce(CapturedOutput output) {
        engineIds.learned("core-sw1", "192.0.2.1/161", ONE);
        engineIds.learned("core-sw2", "192.0.2.2/161", ONE);
        engineIds.learned("core-sw2", "192.0.2.2/161", ONE);

        assertThat(output.toString())
                .containsOnlyOnce("core-sw2 at 192.0.2.2/161 and core-sw1 at 192.0.2.1/161 have the same SNMP engine id"
                        + " 80000001");
    }

    @Test
    void anotherEngineAtADeviceIsTold(CapturedOutput output) {
        engineIds.learned("core-sw1", "192.0.2.1/161", ONE);
        engineIds.learned("core-sw1", "192.0.2.1/161", TWO);

        assertThat(output.toString()).contains("core-sw1").contains("80000002, before it was 80000001");
        assertThat(engineIds.find("core-sw1", "192.0.2.1/161")).contains(TWO);
    }
}
