/** Camunda settings, expression guard and delegate queueing; the only importer of the engine's internals. */
@NullMarked
package dev.baton.engine;

import org.jspecify.annotations.NullMarked;
