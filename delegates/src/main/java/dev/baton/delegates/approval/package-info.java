/** Keeps procedures that change things for callers with an approval. */
@NullMarked
package dev.baton.delegates.approval;

import org.jspecify.annotations.NullMarked;
