package dev.baton.delegates.snmp;

import dev.baton.action.Input;
import dev.baton.action.SnmpType;
import jakarta.validation.constraints.NotBlank;

/** What {@link WriteSnmp} sets. */
record WriteSnmpInputs(
        @Input(
                label = "Variable",
                description = "The instance to set, by name or number, e.g. ifAdminStatus.2 or 1.3.6.1.2.1.1.6.0.")
        @NotBlank
        String variable,

        @Input(
                label = "Type",
                description =
                        "The type of the value: a number, text, octets in hexadecimal, an OID or an IPv4 address.",
                value = "STRING")
        SnmpType type,

        @Input(label = "Value", description = "The value to set; of an enumeration its name or number, e.g. up.")
        @NotBlank
        String value) {}
