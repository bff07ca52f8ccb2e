package dev.baton.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device answered to one command.
 *
 * @param exitStatus 0 to 255 for {@link Channel#EXEC}; null where the channel has none or the connection ended without it
 * @param signal the signal that ended the remote command, e.g. {@code KILL}
 * @param bindings the variables of an SNMP answer, in its order; empty for the other channels
 * @param dropped how much output came beyond the limit of 1 MiB and was not kept: bytes, or characters of a CLI; of an HTTP
 *     body no more than the first byte is counted
 * @param content the file that {@link Channel#SFTP_FETCH} brought; null on every other channel
 */
public record Answer(
        Command command,
        @Nullable Integer exitStatus,
        @Nullable String signal,
        String output,
        String errorOutput,
        List<Binding> bindings,
        long dropped,
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
            long dropped) {
        this(command, exitStatus, signal, output, errorOutput, bindings, dropped, null);
    }

    public static Answer of(Command command, String output) {
        return new Answer(command, null, null, output, "", List.of(), 0);
    }

    public static Answer of(Command command, int exitStatus, String output, String errorOutput) {
        return new Answer(command, exitStatus, null, output, errorOutput, List.of(), 0);
    }

    public static Answer of(Command command, List<Binding> bindings) {
        return new Answer(command, null, null, Binding.text(bindings), "", bindings, 0);
    }

    /** A file that was fetched; its text shows size and digest and not itself. */
    public static Answer of(Command command, Content content) {
        return new Answer(command, null, null, content + "\n", "", List.of(), 0, content);
    }

    /** Whether some of the output is missing. */
    public boolean truncated() {
        return dropped > 0;
    }

    /**
     * The output, for whoever needs all of it.
     *
     * @throws ActionProblem {@code ANSWER_INCOMPLETE} when some of it was not kept
     */
    public String wholeOutput(Device device) {
        if (truncated()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + ": the answer to \"" + command.text()
                    + "\" is longer than the 1 MiB that is kept: " + dropped + " bytes more were dropped");
        }
        return output;
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
