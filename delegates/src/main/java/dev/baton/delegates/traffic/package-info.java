/** Takes hosts behind haproxy out of the traffic and puts them back. */
@NullMarked
package dev.baton.delegates.traffic;

import org.jspecify.annotations.NullMarked;
