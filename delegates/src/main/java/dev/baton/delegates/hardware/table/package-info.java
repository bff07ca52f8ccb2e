/** How vendors' SNMP tables are read, as data. */
@NullMarked
package dev.baton.delegates.hardware.table;

import org.jspecify.annotations.NullMarked;
