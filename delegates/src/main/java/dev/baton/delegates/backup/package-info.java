/** Keeps the configurations of devices. */
@NullMarked
package dev.baton.delegates.backup;

import org.jspecify.annotations.NullMarked;
