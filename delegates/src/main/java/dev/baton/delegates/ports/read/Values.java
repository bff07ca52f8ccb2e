package dev.baton.delegates.ports.read;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Values as agents give them, which are not always what the MIB promises. */
final class Values {

    private static final int MOST_DIGITS = 30;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** Octets that do not print are shown like this; a text that is filled up with NUL is such a case. */
    private static final Pattern FILLED = Pattern.compile("((?:[2-7][0-9a-fA-F][ :])*)(?:00[ :]?)+");

    /** What devices write by themselves: a general word and numbers, or numbers alone. */
    private static final Pattern NUMBERED =
            Pattern.compile("(port|interface|ethernet|slot|unit)?[\\s#:_-]*[\\d/:.-]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_NUMBER = Pattern.compile("(?s)^.*?(\\d+)$");

    private Values() {}

    static String plain(String value) {
        if (!FILLED.matcher(value).matches()) {
            return value.strip();
        }
        StringBuilder text = new StringBuilder();
        for (String octet : value.split("[ :]")) {
            if (!octet.equals("00")) {
                text.append((char) Integer.parseInt(octet, 16));
            }
        }
        return text.toString().strip();
    }

    /** A description by a person, or empty where the device only says which port it is. */
    static String description(String value, String name) {
        String text = plain(value);
        String plain = text.endsWith(" Interface") ? text.substring(0, text.length() - " Interface".length()) : text;
        boolean own = plain.equalsIgnoreCase(name)
                || !plain.equals(text) && plain.endsWith(name)
                || NUMBERED.matcher(text).matches();
        return own ? "" : text;
    }

    /** Whether both end with the same number. */
    static boolean endAlike(String one, String other) {
        String number = LAST_NUMBER.matcher(one).replaceFirst("$1");
        return !number.equals(one) && number.equals(LAST_NUMBER.matcher(other).replaceFirst("$1"));
    }

    /** Never negative; -1 for what is no such number. */
    static long number(String text) {
        BigInteger number = big(text);
        return number.signum() < 0 ? -1 : number.min(LARGEST).longValueExact();
    }

    static BigInteger big(String text) {
        String digits = text.strip();
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? new BigInteger(digits) : BigInteger.ONE.negate();
    }
}
