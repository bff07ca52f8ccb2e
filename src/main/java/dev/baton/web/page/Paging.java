package dev.baton.web.page;

import dev.baton.history.Page;
import dev.baton.history.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a reader is in a list, and the links to what is before and after; the filters stay.
 *
 * @param from number of the first item shown, from 1
 */
record Paging(
        long from,
        long to,
        long total,
        @Nullable String previous,
        @Nullable String next) {

    static Slice slice(int page, int size) {
        return new Slice(Math.max(1, Math.min(page, 1_000_000)), size);
    }

    static Paging of(Page<?> page, Slice slice) {
        return of(page, slice, ServletUriComponentsBuilder.fromCurrentRequest());
    }

    /** For a part of a page that is fetched by itself: the links lead to the page. @param address without context path */
    static Paging of(Page<?> page, Slice slice, String address) {
        String path = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(address)
                .build()
                .getPath();
        return of(page, slice, ServletUriComponentsBuilder.fromCurrentRequest().replacePath(path));
    }

    private static Paging of(Page<?> page, Slice slice, UriComponentsBuilder here) {
        long from = page.items().isEmpty() ? 0 : slice.offset() + 1;
        return new Paging(
                from,
                slice.offset() + page.items().size(),
                page.total(),
                slice.page() > 1 ? link(here, slice.page() - 1) : null,
                page.next() == null ? null : link(here, page.next()));
    }

    private static String link(UriComponentsBuilder here, int page) {
        return here.cloneBuilder()
                .replaceQueryParam("page", page)
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
    }
}
