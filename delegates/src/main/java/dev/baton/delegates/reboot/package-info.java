/** Reboots hosts and proves that they came back. */
@NullMarked
package dev.baton.delegates.reboot;

import org.jspecify.annotations.NullMarked;
