package dev.baton.delegates.logs.source;

import java.util.List;

/**
 * What one look at a log brought.
 *
 * @param notes what a reader should know of it, e.g. that more is left for the next look
 * @param behind whether more was there than one look takes; the bookmark stands where it ended
 */
public record Excerpt(List<LogLine> lines, Bookmarks bookmarks, List<String> notes, boolean behind) {

    public Excerpt {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }
}
