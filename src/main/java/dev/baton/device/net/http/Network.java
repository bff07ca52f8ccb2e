package dev.baton.device.net.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of addresses, e.g. {@code 10.0.0.0/8}; a single address is a block too. */
record Network(byte[] address, int prefix) {

    // Letters of names never get here, so nothing is ever looked up.
    private static final Pattern WRITTEN =
            Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    static Optional<Network> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(matcher.group(1)).getAddress();
            int bits = address.length * 8;
            int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
            return prefix > bits ? Optional.empty() : Optional.of(new Network(address, prefix));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static Network of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && prefix == network.prefix && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + prefix;
    }
}
