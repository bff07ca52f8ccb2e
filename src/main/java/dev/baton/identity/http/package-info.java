/** One login and one session for console, API, Tasklist and Cockpit, and what each route asks of a person. */
@NullMarked
package dev.baton.identity.http;

import org.jspecify.annotations.NullMarked;
