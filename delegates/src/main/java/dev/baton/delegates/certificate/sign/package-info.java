/** Has certificates signed by an authority, and checks what comes back. */
@NullMarked
package dev.baton.delegates.certificate.sign;

import org.jspecify.annotations.NullMarked;
