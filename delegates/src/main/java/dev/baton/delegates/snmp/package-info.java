/** Reads devices over SNMP. */
@NullMarked
package dev.baton.delegates.snmp;

import org.jspecify.annotations.NullMarked;
