/** Brings files to devices and from them. */
@NullMarked
package dev.baton.delegates.transfer;

import org.jspecify.annotations.NullMarked;
