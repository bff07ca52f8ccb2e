/** What Baton does around commands on Unix hosts, so that they can be ended, and go on without a connection. */
@NullMarked
package dev.baton.device.unix;

import org.jspecify.annotations.NullMarked;
