/** Chooses devices and takes them batch by batch. */
@NullMarked
package dev.baton.delegates.targets;

import org.jspecify.annotations.NullMarked;
