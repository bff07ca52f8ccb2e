package dev.baton.device.unix;

/**
 * What became of an attempt to end a command on a host.
 *
 * @param seen for people, after the words "the command"
 */
public record Ending(Kind kind, String seen) {

    /** What is known about its processes. */
    public enum Kind {
        /** They ran, were sent signals, and are gone. */
        ENDED,
        /** None was there any more: it had ended by itself, or never begun. */
        GONE,
        /** Nobody knows: they may still run. */
        UNCONFIRMED
    }

    /** The host could not tell. */
    public static Ending unconfirmed(String reason) {
        return new Ending(Kind.UNCONFIRMED, "may still run: " + reason);
    }

    static Ending of(String output, String errors) {
        String last = output.lines().reduce("", (first, second) -> second);
        String word = last.split(" ", 2)[0];
        String rest = last.substring(word.length()).strip();
        return switch (word) {
            case "ended" -> new Ending(Kind.ENDED, "was ended by " + rest + ", nothing of it runs any more");
            case "gone" -> new Ending(Kind.GONE, "does not run any more");
            case "alive" ->
                unconfirmed("the process groups " + rest + " outlived INT, TERM and KILL"
                        + (errors.isBlank()
                                ? ""
                                : ": " + errors.strip().lines().findFirst().orElse("")));
            case "shared" -> unconfirmed("the SSH server gave it no session of its own, so nothing was ended");
            case "hidden" -> unconfirmed("the host does not show its processes, so nothing was ended");
            default -> unconfirmed("the host said \"" + last + "\" " + errors.strip());
        };
    }

    public boolean confirmed() {
        return kind != Kind.UNCONFIRMED;
    }
}
