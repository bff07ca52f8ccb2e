/** TLS ports of simulated devices, whose certificates are not well. */
@NullMarked
package dev.baton.lab.tls;

import org.jspecify.annotations.NullMarked;
