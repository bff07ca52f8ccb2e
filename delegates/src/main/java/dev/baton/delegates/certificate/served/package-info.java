/** Looks at what a TLS port serves. */
@NullMarked
package dev.baton.delegates.certificate.served;

import org.jspecify.annotations.NullMarked;
