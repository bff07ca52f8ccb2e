package dev.baton.delegates.transfer;

import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.FileCopy;
import dev.baton.action.FileCopy.Digest;
import dev.baton.action.FileCopy.Room;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of one platform for one file. @param room null where no size was given to look for */
record ServerCopy(
        FileCopy copy,
        Digest kind,
        Command fetch,
        Command verify,
        @Nullable Command room) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./+-]{1,255}");
    private static final Duration VERIFYING = Duration.ofMinutes(10);

    /** @throws dev.baton.action.ActionProblem {@code UNSUPPORTED}, {@code BAD_INPUT} */
    static ServerCopy of(Dialect dialect, CopyToDeviceInputs inputs) {
        FileCopy copy = dialect.fileCopy();
        Digest kind = Digest.of(inputs.digest());
        String verify = copy.verify().get(kind);
        if (verify == null) {
            throw Problem.UNSUPPORTED.because(
                    "the platform " + dialect.platform() + " shows no digest of the kind " + kind + ", only "
                            + copy.verify().keySet().stream().sorted().toList());
        }
        String file = word("file", inputs.file(), NAME);
        String from = "{credential:" + word("credential", inputs.credential(), NAME) + "}@"
                + word("server", inputs.server(), NAME) + "/" + word("path", inputs.path(), PATH);
        String fetch = copy.fetch() + vrf(dialect, copy, inputs);
        return new ServerCopy(
                copy,
                kind,
                Command.cli(fetch.replace("{from}", from).replace("{file}", file))
                        .changing()
                        .within(inputs.timeout()),
                Command.cli(verify.replace("{file}", file)).within(VERIFYING),
                inputs.size() == null ? null : Command.cli(room(dialect, copy).show()));
    }

    private static Room room(Dialect dialect, FileCopy copy) {
        if (copy.room() == null) {
            throw Problem.UNSUPPORTED.because("the platform " + dialect.platform()
                    + " does not show how much room there is; leave the size of the file out");
        }
        return copy.room();
    }

    /** @throws dev.baton.action.ActionProblem {@code CHECK_FAILED} when the device has no room for so many bytes, or does not say */
    void requireRoom(Session session, long bytes) {
        if (room == null || copy.room() == null) {
            return;
        }
        OptionalLong free = copy.room().bytes(session.send(room).wholeOutput(session.device()));
        if (free.isEmpty() || free.getAsLong() < bytes) {
            throw Problem.CHECK_FAILED.because(
                    session.device().name() + ": nothing was copied: wanted room for " + bytes
                            + " bytes, \"" + room.text() + "\" shows "
                            + (free.isEmpty() ? "no number of free bytes" : free.getAsLong() + " that are free"));
        }
    }

    private static String vrf(Dialect dialect, FileCopy copy, CopyToDeviceInputs inputs) {
        String vrf = inputs.vrf();
        if (vrf == null || vrf.isBlank()) {
            return "";
        }
        if (copy.vrf() == null) {
            throw Problem.UNSUPPORTED.because(
                    "the command of the platform " + dialect.platform() + " takes no VRF, and " + vrf + " is given");
        }
        return copy.vrf().replace("{vrf}", word("vrf", vrf, NAME));
    }

    /** Stricter than the shell: an @ in a path could make another host of it. */
    private static String word(String input, String text, Pattern allowed) {
        if (!allowed.matcher(text).matches()) {
            throw Problem.BAD_INPUT.because("the input " + input + " takes only " + allowed + ", not \""
                    + text.replaceAll("\\p{Cntrl}", "\u2423") + "\"");
        }
        return text;
    }
}
