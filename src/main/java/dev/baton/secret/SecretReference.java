package dev.baton.secret;

/** Where a secret is found: {@code env:NAME} or {@code file:PATH}. Holds no secret itself. */
public record SecretReference(String uri) {}
