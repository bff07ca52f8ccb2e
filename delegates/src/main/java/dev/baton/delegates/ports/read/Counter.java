package dev.baton.delegates.ports.read;

import java.math.BigInteger;

/**
 * A counter, or several of them as one: the sum wraps where each of them does.
 *
 * @param bits 32 or 64
 */
public record Counter(BigInteger value, int bits) {

    public Counter {
        value = value.mod(BigInteger.ONE.shiftLeft(bits));
    }

    Counter plus(Counter other) {
        return new Counter(value.add(other.value), bits);
    }
}
