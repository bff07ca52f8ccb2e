/** Looks at kept configurations as a whole, and removes old ones. */
@NullMarked
package dev.baton.delegates.archive;

import org.jspecify.annotations.NullMarked;
