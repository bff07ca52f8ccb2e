/** Which of two versions is the later one. */
@NullMarked
package dev.baton.delegates.version;

import org.jspecify.annotations.NullMarked;
