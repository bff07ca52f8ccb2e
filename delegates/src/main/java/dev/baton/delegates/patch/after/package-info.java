/** What a host was before its patches and is after them, what still runs old code, and the way back. */
@NullMarked
package dev.baton.delegates.patch.after;

import org.jspecify.annotations.NullMarked;
