/** Devices, credentials' names and queries, read from YAML files. */
@NullMarked
package dev.baton.inventory;

import org.jspecify.annotations.NullMarked;
