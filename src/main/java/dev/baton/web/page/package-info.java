/** The console: pages that the server renders. */
@NullMarked
package dev.baton.web.page;

import org.jspecify.annotations.NullMarked;
