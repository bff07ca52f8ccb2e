/** The kept configurations as a whole: which devices have a good one, and which old ones go. */
@NullMarked
package dev.baton.backup.archive;

import org.jspecify.annotations.NullMarked;
