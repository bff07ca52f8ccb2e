package dev.baton.procedure.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of a procedure.
 *
 * @param name relative and the same wherever the file comes from, e.g. {@code processes/management/patch-hosts.bpmn}
 */
public record SourceFile(String name, byte[] content) {

    /** The largest file that is read; a diagram of 100 elements has 100 KB. */
    public static final int LIMIT = 2 * 1024 * 1024;

    public boolean isDiagram() {
        return name.endsWith(".bpmn");
    }

    public boolean isDecision() {
        return name.endsWith(".dmn");
    }

    public boolean isForm() {
        return name.endsWith(".form");
    }

    /** The name without folders and ending. */
    public String baseName() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? last : last.substring(0, dot);
    }

    /** The folder that holds the file, without its parents; empty when there is none. */
    public String folder() {
        String[] parts = name.split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** SHA-256 of the content in hexadecimal. */
    public String digest() {
        return sha256(content);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
