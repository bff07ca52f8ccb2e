/** Reads and changes configurations over NETCONF. */
@NullMarked
package dev.baton.delegates.netconf;

import org.jspecify.annotations.NullMarked;
