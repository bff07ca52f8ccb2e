/** What happened to a port before: in the log of its device, in its configuration, and by Baton's own runs. */
@NullMarked
package dev.baton.delegates.link.past;

import org.jspecify.annotations.NullMarked;
