/** Renews certificates of TLS servers on hosts. */
@NullMarked
package dev.baton.delegates.certificate;

import org.jspecify.annotations.NullMarked;
