/** TLS: what a handshake shows, and connections that are verified. */
@NullMarked
package dev.baton.device.net.tls;

import org.jspecify.annotations.NullMarked;
