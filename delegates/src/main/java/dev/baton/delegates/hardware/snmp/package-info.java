/** Reads the hardware of a device over SNMP. */
@NullMarked
package dev.baton.delegates.hardware.snmp;

import org.jspecify.annotations.NullMarked;
