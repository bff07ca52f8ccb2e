/** Speaks HTTP with devices and with the systems around them. */
@NullMarked
package dev.baton.delegates.http;

import org.jspecify.annotations.NullMarked;
