/** The runtime socket of haproxy: what it is told, and what it tells of its servers. */
@NullMarked
package dev.baton.delegates.traffic.haproxy;

import org.jspecify.annotations.NullMarked;
