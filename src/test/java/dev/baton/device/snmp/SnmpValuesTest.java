package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

class SnmpValuesTest {

    @Test
    void textIsShownAsTextAndBytesAsHexadecimal() {
        assertThat(shown(octets("Gi0/1 to Köln")).value()).isEqualTo("Gi0/1 to Köln");
        assertThat(shown(octets("ends with NUL\0")).value()).isEqualTo("ends with NUL");
        assertThat(shown(new OctetString(new byte[] {0, 0x1B, (byte) 0xC0, 1, 2, 3}))
                        .value())
                .isEqualTo("00:1b:c0:01:02:03");
        assertThat(shown(new OctetString(new byte[] {0})).value()).isEqualTo("00");
        assertThat(shown(new OctetString()).value()).isEmpty();
    }

    @Test
    void numbersStayNumbers() {
        assertThat(shown(new TimeTicks(12345)).value()).isEqualTo("12345");
        assertThat(shown(new Counter64(Long.MAX_VALUE)))
                .isEqualTo(new Binding("1.3.6.1", "Counter64", "9223372036854775807"));
        assertThat(shown(new OID("1.3.6.1.4.1.9")).value()).isEqualTo("1.3.6.1.4.1.9");
    }

    @Test
    void whatIsNotThereDoesNotExist() {
        assertThat(shown(Null.noSuchInstance).exists()).isFalse();
        assertThat(shown(Null.noSuchObject).exists()).isFalse();
        assertThat(shown(Null.endOfMibView).exists()).isFalse();
    }

    @Test
    void anAssignmentKeepsTheSpacesOfItsValue() {
        VariableBinding binding = SnmpValues.assignment(".1.3.6.1.2.1.1.6.0 s rack 7, row 2");

        assertThat(SnmpValues.binding(binding))
                .isEqualTo(new Binding("1.3.6.1.2.1.1.6.0", "OCTET STRING", "rack 7, row 2"));
        assertThat(SnmpValues.binding(SnmpValues.assignment("1.3.6.1 x 00 1b")).value())
                .isEqualTo("00:1b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.3.6.1 i many", "1.3.6.1 a 300.1.1.1.1", "1.3.6.1 x 0g", "1.3.6.1 z 1", "1.3.6.1 i", "x i 1"})
    void whatIsNoAssignmentIsRefused(String text) {
        assertThatThrownBy(() -> SnmpValues.assignment(text)).isInstanceOf(ActionProblem.class);
    }

    private static OctetString octets(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Binding shown(Variable variable) {
        return SnmpValues.binding(new VariableBinding(new OID("1.3.6.1"), variable));
    }
}
