/** Looks at certificates of TLS ports. */
@NullMarked
package dev.baton.delegates.tls;

import org.jspecify.annotations.NullMarked;
