/** The SNMP agents of simulated devices. */
@NullMarked
package dev.baton.lab.snmp;

import org.jspecify.annotations.NullMarked;
