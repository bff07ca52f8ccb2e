/** What every simulated device has: a machine to talk to, power, and a log of all that reached it. */
@NullMarked
package dev.baton.lab.machine;

import org.jspecify.annotations.NullMarked;
