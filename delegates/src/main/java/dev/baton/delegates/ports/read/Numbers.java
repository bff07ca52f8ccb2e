package dev.baton.delegates.ports.read;

import java.math.BigInteger;

/** Numbers as agents give them, which are not always what the MIB promises. */
final class Numbers {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** Never negative; -1 for what is no such number. */
    static long of(String text) {
        BigInteger number = big(text);
        return number.signum() < 0 ? -1 : number.min(LARGEST).longValueExact();
    }

    static BigInteger big(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,30}") ? new BigInteger(digits) : BigInteger.ONE.negate();
    }
}
