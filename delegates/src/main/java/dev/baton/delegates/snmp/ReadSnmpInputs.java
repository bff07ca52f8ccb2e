package dev.baton.delegates.snmp;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** What {@link ReadSnmp} reads and what it should find. */
record ReadSnmpInputs(
        @Input(label = "OIDs", description = "Numeric OIDs of scalar instances, one per line, e.g. 1.3.6.1.2.1.1.5.0.")
        @NotEmpty
        List<String> oids,

        @Input(
                label = "Expected values",
                description = "OID=value, one per line; a device that answers otherwise fails the check.")
        List<String> expected) {}
