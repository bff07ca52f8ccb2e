/** What comes before the first change of a host: is it fit for that, and is there a way back. */
@NullMarked
package dev.baton.delegates.patch.before;

import org.jspecify.annotations.NullMarked;
