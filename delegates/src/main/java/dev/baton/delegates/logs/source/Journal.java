package dev.baton.delegates.logs.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of systemd: what the kernel of any boot wrote, and the daemons that watch drives.
 *
 * @param folder where its files are; empty for the host's own journal
 * @param history how far back the first look goes
 */
public record Journal(String folder, Duration history) {

    /** Tells whether a host has it. */
    public static final Command PRESENT = Command.exec("command -v journalctl");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WATCHERS = List.of("smartd", "mdadm", "zed");
    private static final int MINUTE = "2026-11-25T16:40".length();
    private static final long MICROS_PER_SECOND = 1_000_000;

    public List<Command> commands(Bookmarks bookmarks) {
        return parts(bookmarks).commands();
    }

    /** @throws dev.baton.action.ActionProblem {@code COMMAND_REJECTED} when the account may not read it */
    public Excerpt read(Session session, Bookmarks bookmarks) {
        Parts.Text read = parts(bookmarks).read(session);
        List<LogLine> lines = new ArrayList<>();
        String cursor = bookmarks.cursor();
        int end = read.text().lastIndexOf('\n') + 1;
        for (String entry : read.text().substring(0, end).split("\n")) {
            if (!entry.isBlank()) {
                JsonNode parsed = parsed(session, entry);
                lines.addAll(lines(parsed));
                cursor = parsed.path("__CURSOR").asText();
            }
        }
        List<String> notes = read.complete() ? List.of() : List.of("more of the journal is left for the next look");
        return new Excerpt(lines, new Bookmarks(cursor, bookmarks.files()), notes, !read.complete());
    }

    private Parts parts(Bookmarks bookmarks) {
        List<String> words = new ArrayList<>(List.of("journalctl", "-a", "-o", "json", "--no-pager"));
        words.add("--output-fields=MESSAGE,_BOOT_ID,_HOSTNAME");
        if (!folder.isEmpty()) {
            words.add("--directory=" + folder);
        }
        words.add(
                bookmarks.cursor().isEmpty()
                        ? "--since=-" + history.toSeconds() + "s"
                        : "--after-cursor=" + bookmarks.cursor());
        words.add("_TRANSPORT=kernel");
        // Everybody may call themselves smartd; only the journal says who is root.
        WATCHERS.forEach(name -> words.addAll(List.of("+", "SYSLOG_IDENTIFIER=" + name, "_UID=0")));
        return new Parts(Shell.POSIX.line(words));
    }

    private static JsonNode parsed(Session session, String entry) {
        try {
            return JSON.readTree(entry);
        } catch (JsonProcessingException e) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    session.device().name() + ": the journal has an entry that is not JSON: " + start(entry));
        }
    }

    /** A message may have several lines. */
    private static List<LogLine> lines(JsonNode entry) {
        long micros = entry.path("__REALTIME_TIMESTAMP").asLong();
        String minute =
                Instant.ofEpochSecond(micros / MICROS_PER_SECOND).toString().substring(0, MINUTE);
        String boot = entry.path("_BOOT_ID").asText();
        String host = entry.path("_HOSTNAME").asText();
        return message(entry.path("MESSAGE"))
                .lines()
                .map(line -> new LogLine(line, minute, boot, host))
                .toList();
    }

    /** What is not UTF-8 comes as a list of bytes. */
    private static String message(JsonNode message) {
        if (!message.isArray()) {
            return message.asText();
        }
        byte[] bytes = new byte[message.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) message.path(index).asInt();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String start(String entry) {
        return entry.substring(0, Math.min(entry.length(), 200));
    }
}
