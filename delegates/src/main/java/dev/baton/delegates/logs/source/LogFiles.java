package dev.baton.delegates.logs.source;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.logs.source.Bookmarks.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that a syslog daemon writes and that are rotated or emptied meanwhile.
 *
 * @param owners whose file each path is, by path; empty for a file whose lines say so
 */
public record LogFiles(Map<String, String> owners) {

    public LogFiles {
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
    }

    /** Of the host that is asked. */
    public static LogFiles own(List<String> paths) {
        Map<String, String> owners = new LinkedHashMap<>();
        paths.forEach(path -> owners.put(path, ""));
        return new LogFiles(owners);
    }

    private Set<String> paths() {
        return owners.keySet();
    }

    public List<Command> commands(Bookmarks bookmarks) {
        return Stream.concat(
                        Stream.of(state()),
                        paths().stream().map(path -> file(path, bookmarks)).flatMap(file -> file.commands().stream()))
                .toList();
    }

    /** @throws dev.baton.action.ActionProblem {@code COMMAND_REJECTED} when none is there or one cannot be read */
    public Excerpt read(Session session, Bookmarks bookmarks) {
        Map<String, Mark> before = states(session);
        if (before.isEmpty()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + " has none of the files " + String.join(", ", paths()));
        }
        List<LogFile.Read> reads = new ArrayList<>();
        for (String path : paths()) {
            reads.add(file(path, bookmarks).read(session, before));
        }
        List<String> notes = owners.values().stream()
                .distinct()
                .filter(owner -> owners.entrySet().stream()
                        .noneMatch(file -> file.getValue().equals(owner) && before.containsKey(file.getKey())))
                .filter(owner -> !owner.isEmpty())
                .map(owner -> owner + " has no file of its own")
                .toList();
        return together(bookmarks, reads, before, states(session), notes);
    }

    private LogFile file(String path, Bookmarks bookmarks) {
        return new LogFile(
                path,
                Objects.requireNonNullElse(owners.get(path), ""),
                bookmarks.files().get(path));
    }

    /** What was rotated while it was read is read again next time: nobody knows which file the lines are of. */
    private static Excerpt together(
            Bookmarks bookmarks,
            List<LogFile.Read> reads,
            Map<String, Mark> before,
            Map<String, Mark> after,
            List<String> missing) {
        List<LogLine> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>(missing);
        Bookmarks all = bookmarks;
        boolean behind = false;
        for (LogFile.Read read : reads) {
            if (inode(before, read.path()) != inode(after, read.path())) {
                notes.add(read.path() + " was rotated while it was read and is read again next time");
                behind = true;
                continue;
            }
            lines.addAll(read.lines());
            notes.addAll(read.notes());
            behind |= read.behind();
            if (read.mark() != null) {
                all = all.with(read.path(), read.mark());
            }
        }
        return new Excerpt(lines, all, notes, behind);
    }

    private static long inode(Map<String, Mark> states, String path) {
        Mark state = states.get(path);
        return state == null ? -1 : state.inode();
    }

    private Command state() {
        List<String> words = new ArrayList<>(List.of("stat", "-L", "-c", "%i %s %n"));
        paths().forEach(path -> words.addAll(List.of(path, LogFile.before(path))));
        return Command.exec(Shell.POSIX.line(words));
    }

    /** Inode and size of every file that is there; that others are not makes stat fail, and is no failure. */
    private Map<String, Mark> states(Session session) {
        Answer answer = session.send(state());
        Map<String, Mark> states = new LinkedHashMap<>();
        for (String line : answer.output().lines().toList()) {
            String[] words = line.split(" ", 3);
            if (words.length == 3 && words[0].matches("\\d{1,19}") && words[1].matches("\\d{1,19}")) {
                states.put(words[2], new Mark(Long.parseLong(words[0]), Long.parseLong(words[1])));
            }
        }
        return states;
    }
}
