/** Reads what stands at and behind a port: neighbours, optics, and what keeps an up port from forwarding. */
@NullMarked
package dev.baton.delegates.link.read;

import org.jspecify.annotations.NullMarked;
