/** Finds drives that fail by what the logs of their host say. */
@NullMarked
package dev.baton.delegates.logs;

import org.jspecify.annotations.NullMarked;
