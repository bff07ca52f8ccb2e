/** What MIBs say about SNMP variables, as data. */
@NullMarked
package dev.baton.device.snmp.mib;

import org.jspecify.annotations.NullMarked;
