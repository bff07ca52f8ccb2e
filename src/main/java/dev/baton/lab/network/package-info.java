/** Simulated switches and routers: a running configuration and the CLI that shows and changes it. */
@NullMarked
package dev.baton.lab.network;

import org.jspecify.annotations.NullMarked;
