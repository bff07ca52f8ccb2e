/** Read-only views of what happened. */
@NullMarked
package dev.baton.history;

import org.jspecify.annotations.NullMarked;
