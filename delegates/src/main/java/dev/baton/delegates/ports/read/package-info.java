/** Reads the interfaces of a device over SNMP. */
@NullMarked
package dev.baton.delegates.ports.read;

import org.jspecify.annotations.NullMarked;
