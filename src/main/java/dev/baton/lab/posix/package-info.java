/** A small POSIX shell: enough to run what Baton sends to a host, and to refuse the rest as a shell would. */
@NullMarked
package dev.baton.lab.posix;

import org.jspecify.annotations.NullMarked;
