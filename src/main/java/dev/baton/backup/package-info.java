/** Configuration revisions in the database, mirrored into a Git repository. */
@NullMarked
package dev.baton.backup;

import org.jspecify.annotations.NullMarked;
