package dev.baton.delegates.routing;

import java.util.Locale;

/** The routes that a BGP session carries. */
enum AddressFamily {
    IPV4,
    IPV6;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
