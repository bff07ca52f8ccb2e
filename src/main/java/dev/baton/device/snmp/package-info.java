/** SNMP v1, v2c and v3: get, next, walk, set; the only importer of SNMP4J beside the lab. */
@NullMarked
package dev.baton.device.snmp;

import org.jspecify.annotations.NullMarked;
