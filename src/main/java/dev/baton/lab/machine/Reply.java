package dev.baton.lab.machine;

/** What a command on an exec channel ends with. */
public record Reply(int status, String output, String errors) {

    public static final int NOT_FOUND = 127;

    public static Reply ok(String output) {
        return new Reply(0, output, "");
    }

    public static Reply failed(int status, String errors) {
        return new Reply(status, "", errors);
    }
}
