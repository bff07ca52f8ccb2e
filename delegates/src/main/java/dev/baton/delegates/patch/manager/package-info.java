/** The package managers of distributions: what is pending, what is withheld, and how it is installed. */
@NullMarked
package dev.baton.delegates.patch.manager;

import org.jspecify.annotations.NullMarked;
