/** What every request of the API passes: a limit on its body, and the promise to do a repeated write once. */
@NullMarked
package dev.baton.web.request;

import org.jspecify.annotations.NullMarked;
