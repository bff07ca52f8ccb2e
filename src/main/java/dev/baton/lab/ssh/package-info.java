/** The SSH servers in front of simulated devices; the only user of the server library. */
@NullMarked
package dev.baton.lab.ssh;

import org.jspecify.annotations.NullMarked;
