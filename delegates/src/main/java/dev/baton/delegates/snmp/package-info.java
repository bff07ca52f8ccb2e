/** Reads and sets variables of devices over SNMP. */
@NullMarked
package dev.baton.delegates.snmp;

import org.jspecify.annotations.NullMarked;
