package dev.baton.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device answered to one command.
 *
 * @param exitStatus 0 to 255 for {@link Channel#EXEC}; null where the channel has none or the connection ended without it
 * @param signal the signal that ended the remote command, e.g. {@code KILL}
 * @param bindings the variables of an SNMP answer, in its order; empty for the other channels
 * @param truncated whether output beyond the limit of 1 MiB was counted but not kept
 * @param content the file that {@link Channel#SFTP_FETCH} brought; null on every other channel
 */
public record Answer(
        Command command,
        @Nullable Integer exitStatus,
        @Nullable String signal,
        String output,
        String errorOutput,
        List<Binding> bindings,
        boolean truncated,
        @Nullable Content content) {

    public Answer {
        bindings = List.copyOf(bindings);
    }

    /** An answer of any channel but {@link Channel#SFTP_FETCH}. */
    public Answer(
            Command command,
            @Nullable Integer exitStatus,
            @Nullable String signal,
            String output,
            String errorOutput,
            List<Binding> bindings,
            boolean truncated) {
        this(command, exitStatus, signal, output, errorOutput, bindings, truncated, null);
    }

    public static Answer of(Command command, String output) {
        return new Answer(command, null, null, output, "", List.of(), false);
    }

    public static Answer of(Command command, int exitStatus, String output, String errorOutput) {
        return new Answer(command, exitStatus, null, output, errorOutput, List.of(), false);
    }

    public static Answer of(Command command, List<Binding> bindings) {
        return new Answer(command, null, null, Binding.text(bindings), "", bindings, false);
    }

    /** A file that was fetched; its text shows size and digest and not itself. */
    public static Answer of(Command command, Content content) {
        return new Answer(command, null, null, content + "\n", "", List.of(), false, content);
    }

    public boolean succeeded() {
        return signal == null && (exitStatus == null || exitStatus == 0);
    }

    /** For people, how it ended and the last line of what it said: {@code exit status 1: permission denied}. */
    public String ending() {
        return (signal == null ? "exit status " + exitStatus : "signal " + signal) + ": " + lastLine();
    }

    String lastLine() {
        return (errorOutput.isBlank() ? output : errorOutput)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("it said nothing");
    }
}
