package dev.baton.delegates.login;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** What {@link RotateCredential} makes, and where a host keeps its keys. */
record RotateCredentialInputs(
        @Input(
                label = "Length of passwords",
                description = "How many characters a new password has; a new key is always Ed25519.",
                value = "32")
        @Min(16)
        @Max(64)
        Integer length,

        @Input(
                label = "File of keys",
                description = "Where the account's public keys stand on the host: a path, from the home folder if it is"
                        + " not absolute.",
                value = ".ssh/authorized_keys")
        @Pattern(regexp = "[A-Za-z0-9_./-]{1,200}")
        String keyFile) {}
