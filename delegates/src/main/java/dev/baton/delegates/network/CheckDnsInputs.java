package dev.baton.delegates.network;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;

/** What {@link CheckDns} asks, whom, and what it should hear. */
record CheckDnsInputs(
        @Input(
                label = "Name",
                description = "The name to look up; for PTR also an address. {device} and {address} stand for the"
                        + " device's own.")
        @NotBlank
        String name,

        @Input(label = "Type", description = "The type of record.", value = "a")
        RecordType type,

        @Input(
                label = "Server",
                description = "device asks the device itself, system the server of Baton's machine; or an address.",
                value = "device")
        String server,

        @Input(label = "Server port", description = "Port of the DNS server.", value = "53") @Min(1) @Max(65_535)
        Integer port,

        @Input(
                label = "Expected values",
                description = "One per line, e.g. 192.0.2.1 or 10 mail.example.org; all must be answered. NXDOMAIN"
                        + " expects that there is no such name.")
        List<String> expected,

        @Input(label = "Only these", description = "Whether any further value fails the check.", value = "false")
        Boolean only,

        @Input(label = "Limit", description = "How long the answer may take, e.g. PT5S.", value = "PT5S")
        Duration limit) {}
