package dev.baton.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many items there are on all pages
 * @param next the number of the next page; null on the last one
 */
public record Page<T>(List<T> items, long total, @Nullable Integer next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page that a slice of a longer list came to. */
    public static <T> Page<T> of(List<T> items, long total, Slice slice) {
        boolean more = slice.offset() + items.size() < total && !items.isEmpty();
        return new Page<>(items, total, more ? slice.page() + 1 : null);
    }

    /** The page of a list that is in memory as a whole. */
    public static <T> Page<T> cut(List<T> all, Slice slice) {
        int from = (int) Math.min(slice.offset(), all.size());
        int to = Math.min(from + slice.size(), all.size());
        return of(all.subList(from, to), all.size(), slice);
    }

    /** Leaves out and does not count what is not there any more. */
    public <R> Page<R> mapFound(Function<T, Optional<R>> mapper) {
        List<R> found = items.stream().map(mapper).flatMap(Optional::stream).toList();
        return new Page<>(found, total - (items.size() - found.size()), next);
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), total, next);
    }
}
