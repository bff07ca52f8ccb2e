/** What proves that a host is the one it claims to be: pins, known_hosts and authorities. */
@NullMarked
package dev.baton.device.trust;

import org.jspecify.annotations.NullMarked;
