package dev.baton.delegates.logs.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one look at a log brought.
 *
 * @param notes what a reader should know of it, e.g. that more is left for the next look
 * @param behind whether more was there than one look takes; the bookmark stands where it ended
 */
public record Excerpt(List<LogLine> lines, Bookmarks bookmarks, List<String> notes, boolean behind) {

    /** With what came after it from another source of the same host. */
    public Excerpt and(Excerpt more) {
        return new Excerpt(
                Stream.concat(lines.stream(), more.lines.stream()).toList(),
                more.bookmarks,
                Stream.concat(notes.stream(), more.notes.stream()).toList(),
                behind || more.behind);
    }

    public Excerpt {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
