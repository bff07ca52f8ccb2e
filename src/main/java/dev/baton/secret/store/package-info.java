/** Keeps secrets that Baton made itself, encrypted and in versions; the only package that knows Tink. */
@NullMarked
package dev.baton.secret.store;

import org.jspecify.annotations.NullMarked;
