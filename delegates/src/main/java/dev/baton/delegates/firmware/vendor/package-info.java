/** What tells which kind of device answers over SNMP, and where such a device keeps its version. */
@NullMarked
package dev.baton.delegates.firmware.vendor;

import org.jspecify.annotations.NullMarked;
