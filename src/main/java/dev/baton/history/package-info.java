/** Read-only views of what happened: plain SQL over the engine's history, the journal and the records beside them. */
@NullMarked
package dev.baton.history;

import org.jspecify.annotations.NullMarked;
