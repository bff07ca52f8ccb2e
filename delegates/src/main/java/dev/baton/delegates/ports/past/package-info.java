/** What earlier looks at ports have left, and what it tells together with the present one. */
@NullMarked
package dev.baton.delegates.ports.past;

import org.jspecify.annotations.NullMarked;
