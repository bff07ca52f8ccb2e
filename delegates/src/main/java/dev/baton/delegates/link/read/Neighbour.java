package dev.baton.delegates.link.read;

/**
 * Who announces itself on a port.
 *
 * @param device the name that it gives itself
 * @param port its port, as it names it
 * @param duplex {@code half}, {@code full} or {@code unknown}
 */
public record Neighbour(String device, String port, String duplex) {

    private static final String BETWEEN = "|";

    /** As it is remembered. */
    public String text() {
        return device.replace(BETWEEN, "/") + BETWEEN + port.replace(BETWEEN, "/") + BETWEEN + duplex;
    }

    public static Neighbour parse(String text) {
        String[] parts = text.split("\\|", 3);
        return new Neighbour(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "unknown");
    }
}
