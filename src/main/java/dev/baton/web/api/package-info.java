/** The REST API under {@code /api/v1}; errors are problem details after RFC 9457. */
@NullMarked
package dev.baton.web.api;

import org.jspecify.annotations.NullMarked;
