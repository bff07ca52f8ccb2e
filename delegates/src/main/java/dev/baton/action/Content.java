package dev.baton.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What a file shall hold. Equal bytes are equal content; as text it shows its size and digest and never itself. */
public final class Content {

    private final byte[] bytes;
    private final String sha256;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.sha256 = digest(bytes);
    }

    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    public int size() {
        return bytes.length;
    }

    /** The digest in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** A copy of a part; shorter at the end of the content. */
    public byte[] part(int from, int length) {
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "bytes=" + bytes.length + " sha256=" + sha256;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
