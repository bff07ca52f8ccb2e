package dev.baton.delegates.http;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link CheckHttp} asks for, and what it should get. */
record CheckHttpInputs(
        @Input(label = "Method", description = "HEAD asks for no body.", value = "get")
        CheckMethod method,

        @Input(
                label = "URL",
                description = "e.g. https://{address}/health. {device} and {address} stand for the device's own; the"
                        + " connection goes to the device's address, whatever host is named.")
        @NotBlank
        String url,

        @Input(label = "Expected status", description = "Statuses and ranges separated by commas.", value = "200-299")
        String expectedStatus,

        @Input(label = "Contains", description = "A text that the body must contain.") @Nullable
        String contains,

        @Input(label = "Matches", description = "A regular expression that must be found in the body.") @Nullable
        String matches,

        @Input(label = "Longest time", description = "From connecting to the end of the body.", value = "PT10S")
        Duration maxTime,

        @Input(
                label = "Patience",
                description = "How long the page may take to be as expected, e.g. after a restart; it is asked for"
                        + " again and again.",
                value = "PT0S")
        Duration patience,

        @Input(label = "Redirects", description = "How many redirects to the same host are followed.", value = "0")
        @Min(0)
        @Max(10)
        Integer redirects,

        @Input(
                label = "Authority",
                description = "A file with CA certificates in the folder of baton.device.ca-path; empty for the public"
                        + " authorities.")
        @Nullable
        String ca) {}
