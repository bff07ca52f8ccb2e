/** Brings releases of an application to hosts, makes one the current one, and goes back to the one before. */
@NullMarked
package dev.baton.delegates.release;

import org.jspecify.annotations.NullMarked;
