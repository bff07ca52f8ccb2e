/** Tells from several sides whether a host is there. */
@NullMarked
package dev.baton.delegates.reach;

import org.jspecify.annotations.NullMarked;
