/** Changes the configuration of network devices, with a way back. */
@NullMarked
package dev.baton.delegates.config;

import org.jspecify.annotations.NullMarked;
