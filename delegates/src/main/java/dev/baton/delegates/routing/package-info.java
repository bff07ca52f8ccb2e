/** Tells by the routes of a router's peers whether traffic still goes its way. */
@NullMarked
package dev.baton.delegates.routing;

import org.jspecify.annotations.NullMarked;
