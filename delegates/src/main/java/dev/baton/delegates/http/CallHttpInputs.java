package dev.baton.delegates.http;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link CallHttp} sends, and what it should get. */
record CallHttpInputs(
        @Input(label = "Method", description = "GET only reads; all others count as changes.", value = "post")
        CallMethod method,

        @Input(
                label = "URL",
                description = "Its host must be in baton.device.http-allowed. {device} and {address} stand for the"
                        + " device's own.")
        @NotBlank
        String url,

        @Input(
                label = "Headers",
                description = "Name: value, one per line. A secret is written as {credential:NAME}, e.g. Authorization:"
                        + " Bearer {credential:netbox}.")
        List<String> headers,

        @Input(label = "Body", description = "JSON; {device} and {address} stand for the device's own.") @Nullable
        String body,

        @Input(label = "Expected status", description = "Statuses and ranges separated by commas.", value = "200-299")
        String expectedStatus,

        @Input(
                label = "Effect",
                description = "ONCE is never repeated by itself; CONVERGE, for PUT and DELETE, may be repeated.",
                value = "once")
        CallEffect effect,

        @Input(label = "Limit", description = "How long the whole call may take, e.g. PT30S.", value = "PT30S")
        Duration limit,

        @Input(
                label = "Authority",
                description = "A file with CA certificates in the folder of baton.device.ca-path; empty for the public"
                        + " authorities.")
        @Nullable
        String ca) {}
