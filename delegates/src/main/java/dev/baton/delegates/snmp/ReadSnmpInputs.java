package dev.baton.delegates.snmp;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** What {@link ReadSnmp} reads and what it should find. */
record ReadSnmpInputs(
        @Input(
                label = "OIDs",
                description = "Instances of variables, one per line, by name or number, e.g. sysName.0, ifOperStatus.2"
                        + " or 1.3.6.1.2.1.1.5.0.")
        @NotEmpty
        List<String> oids,

        @Input(
                label = "Expected values",
                description = "OID=value, one per line, e.g. ifOperStatus.2=up; a device that answers otherwise fails.")
        List<String> expected) {}
