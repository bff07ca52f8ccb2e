/** Dialects as data, one YAML file per platform. */
@NullMarked
package dev.baton.device.platform;

import org.jspecify.annotations.NullMarked;
