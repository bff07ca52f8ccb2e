package dev.baton.delegates.logs.source;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far the logs of a host were read.
 *
 * @param cursor of the journal; empty before the first look
 * @param files by path
 */
public record Bookmarks(String cursor, Map<String, Mark> files) {

    public static final Bookmarks NONE = new Bookmarks("", Map.of());

    /** A place in a file: everything before the offset was read. */
    public record Mark(long inode, long offset) {}

    public Bookmarks {
        files = Map.copyOf(files);
    }

    Bookmarks with(String path, Mark mark) {
        Map<String, Mark> all = new TreeMap<>(files);
        all.put(path, mark);
        return new Bookmarks(cursor, all);
    }

    public Map<String, Object> content() {
        Map<String, Object> marks = new TreeMap<>();
        files.forEach((path, mark) -> marks.put(path, Map.of("inode", mark.inode(), "offset", mark.offset())));
        return Map.of("cursor", cursor, "files", marks);
    }

    /** Reads what {@link #content} wrote. */
    public static Bookmarks of(Map<?, ?> content) {
        Map<String, Mark> files = new TreeMap<>();
        if (content.get("files") instanceof Map<?, ?> marks) {
            marks.forEach((path, mark) -> {
                if (mark instanceof Map<?, ?> place) {
                    files.put(path.toString(), new Mark(number(place, "inode"), number(place, "offset")));
                }
            });
        }
        return new Bookmarks(content.get("cursor") instanceof String cursor ? cursor : "", files);
    }

    private static long number(Map<?, ?> place, String key) {
        return place.get(key) instanceof Number number ? number.longValue() : 0;
    }
}
