/** What actions saw of devices, for later runs and for people. */
@NullMarked
package dev.baton.observation;

import org.jspecify.annotations.NullMarked;
