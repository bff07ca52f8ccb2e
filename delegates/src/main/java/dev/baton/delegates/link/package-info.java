/** Gathers from both ends of a link why it has none. */
@NullMarked
package dev.baton.delegates.link;

import org.jspecify.annotations.NullMarked;
