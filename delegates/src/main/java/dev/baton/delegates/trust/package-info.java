/** Steps of the review of changed host keys. */
@NullMarked
package dev.baton.delegates.trust;

import org.jspecify.annotations.NullMarked;
