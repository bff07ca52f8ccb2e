/** Looks at devices from outside: ports, names and certificates. */
@NullMarked
package dev.baton.delegates.network;

import org.jspecify.annotations.NullMarked;
