/** Puts certificates into the place of others on hosts, and back. */
@NullMarked
package dev.baton.delegates.certificate.install;

import org.jspecify.annotations.NullMarked;
