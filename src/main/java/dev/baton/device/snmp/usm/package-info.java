/** SNMPv3's user-based security: protocols by name, keys from pass phrases, and which engine answers where. */
@NullMarked
package dev.baton.device.snmp.usm;

import org.jspecify.annotations.NullMarked;
