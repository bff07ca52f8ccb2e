package dev.baton.delegates.logs.source;

import dev.baton.action.Command;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.logs.source.Bookmarks.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file, from where it was read last. @param host whose it is; empty when its lines say so */
record LogFile(String path, String host, @Nullable Mark mark) {

    /** What one look brought. @param mark null while there is nothing to remember */
    record Read(String path, List<LogLine> lines, @Nullable Mark mark, List<String> notes, boolean behind) {}

    /** Where a rotation puts what was written before. */
    static String before(String path) {
        return path + ".1";
    }

    List<Command> commands() {
        Stream<Parts> all = mark == null
                ? Stream.of(from(path, 0))
                : Stream.of(from(path, mark.offset()), from(path, 0), from(before(path), mark.offset()));
        return all.distinct().flatMap(parts -> parts.commands().stream()).toList();
    }

    Read read(Session session, Map<String, Mark> states) {
        Mark now = states.get(path);
        if (mark == null) {
            return now == null ? new Read(path, List.of(), null, List.of(), false) : whole(session, now, List.of());
        }
        if (now != null && now.inode() == mark.inode()) {
            return now.offset() >= mark.offset()
                    ? on(session, now)
                    : whole(session, now, List.of(path + " was emptied: lines just before that may be missing"));
        }
        Mark old = states.get(before(path));
        if (old != null && old.inode() == mark.inode()) {
            return rotated(session, now);
        }
        return now == null
                ? new Read(path, List.of(), mark, List.of(path + " is not there any more"), false)
                : whole(session, now, List.of(path + " was replaced: lines just before that may be missing"));
    }

    private Read on(Session session, Mark now) {
        Mark here = mark == null ? new Mark(now.inode(), 0) : mark;
        return read(from(path, here.offset()).read(session), here, List.of());
    }

    private Read whole(Session session, Mark now, List<String> notes) {
        return read(from(path, 0).read(session), new Mark(now.inode(), 0), notes);
    }

    /** First the rest of what was moved aside, then the new file. */
    private Read rotated(Session session, @Nullable Mark now) {
        Mark here = mark == null ? new Mark(0, 0) : mark;
        Read rest = read(from(before(path), here.offset()).read(session), here, List.of());
        if (rest.behind() || now == null) {
            return rest;
        }
        Read fresh = whole(session, now, List.of());
        List<LogLine> lines = new ArrayList<>(rest.lines());
        lines.addAll(fresh.lines());
        return new Read(path, lines, fresh.mark(), fresh.notes(), fresh.behind());
    }

    /** A line without its end is still being written: it is left for the next look. */
    private Read read(Parts.Text read, Mark from, List<String> notes) {
        int end = read.text().lastIndexOf('\n') + 1;
        boolean endless = end == 0 && !read.complete();
        int taken = endless ? read.text().length() : end;
        List<LogLine> lines = read.text()
                .substring(0, taken)
                .lines()
                .map(line -> new LogLine(line, "", "", host))
                .toList();
        List<String> all = new ArrayList<>(notes);
        if (!read.complete()) {
            all.add("more of " + path + " is left for the next look");
        }
        return new Read(path, lines, new Mark(from.inode(), from.offset() + taken), all, !read.complete());
    }

    private static Parts from(String path, long offset) {
        return new Parts(Shell.POSIX.line("tail", "-c", "+" + (offset + 1), path));
    }
}
