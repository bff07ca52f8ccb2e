package dev.baton.device.cli;

import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;

/**
 * What a device is told that fetches a file from a file server; the password is resolved when the device asks for it.
 *
 * @param typed the command with the user's name in it
 * @param credential the name of the credential
 */
public record ServerLogin(String typed, String credential, SecretReference password, Secrets secrets) {}
