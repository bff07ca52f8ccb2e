/** Checks and deploys procedures, keeps their catalogue and draws them. */
@NullMarked
package dev.baton.procedure;

import org.jspecify.annotations.NullMarked;
