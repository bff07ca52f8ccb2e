/** REST and pages; nobody depends on it. */
@NullMarked
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
