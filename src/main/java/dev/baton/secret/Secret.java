package dev.baton.secret;

import java.util.Arrays;

/** A secret in memory; wiped when closed, and never printed. */
public final class Secret implements AutoCloseable {

    private final char[] value;

    public Secret(char[] value) {
        this.value = value.clone();
    }

    /** A copy for the protocol library, which the caller wipes. */
    public char[] chars() {
        return value.clone();
    }

    @Override
    public void close() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
