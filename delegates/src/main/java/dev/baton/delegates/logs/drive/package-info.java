/** Knows the drives of a host: which one a name means, where it sits, and what others say of it. */
@NullMarked
package dev.baton.delegates.logs.drive;

import org.jspecify.annotations.NullMarked;
