package dev.baton.delegates.logs.pattern;

/** What one line says. @param pattern its id */
public record Signal(String pattern, Sign sign, Place place) {}
