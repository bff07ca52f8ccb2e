/** Reads what came into the logs of a host since the last look. */
@NullMarked
package dev.baton.delegates.logs.source;

import org.jspecify.annotations.NullMarked;
