package dev.baton.delegates.routing;

/** How the routes of a router look at its peer. */
enum RouteUse {
    /** The peer has routes of the router, none of them of the lowest preference. */
    CARRIED,
    /** All of them have the lowest preference, and the peer has taken another way where it takes any. */
    DRAINED
}
