package dev.baton.delegates.transfer;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link CopyToDevice} has a device fetch. */
record CopyToDeviceInputs(
        @Input(
                label = "File server",
                description = "Name or IPv4 address as the device reaches it; one of the hosts of the credential.")
        @NotBlank
        String server,

        @Input(
                label = "Credential of the file server",
                description = "Name of a credential of the type file-server. The device gets its password only when"
                        + " it asks for it.")
        @NotBlank
        String credential,

        @Input(
                label = "Path on the server",
                description = "What follows host and slash in the URL that the device is given, e.g. images/sw.bin.")
        @NotBlank
        String path,

        @Input(
                label = "File on the device",
                description = "Name without folder. Another file of that name is overwritten.")
        @NotBlank
        String file,

        @Input(
                label = "Digest of the file",
                description = "MD5, SHA-256 or SHA-512 in hexadecimal digits, of a kind that the platform can show:"
                        + " SHA-512 for IOS, NX-OS and EOS, SHA-256 for NX-OS and Junos.")
        @NotBlank
        String digest,

        @Input(
                label = "Size of the file",
                description = "In bytes. Given, nothing is copied to a device that has less room than that.")
        @Min(1)
        @Max(1_000_000_000_000L)
        @Nullable
        Long size,

        @Input(label = "VRF", description = "The VRF to reach the server in, on a platform whose command takes one.")
        @Nullable
        String vrf,

        @Input(label = "Timeout", description = "How long copying may take.", value = "PT30M")
        Duration timeout) {}
