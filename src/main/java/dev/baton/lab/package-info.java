/** The built-in lab: simulated devices behind real SSH and SNMP, for the first run, for rehearsals and for tests. */
@NullMarked
package dev.baton.lab;

import org.jspecify.annotations.NullMarked;
