/** Dumps databases of hosts. */
@NullMarked
package dev.baton.delegates.database;

import org.jspecify.annotations.NullMarked;
