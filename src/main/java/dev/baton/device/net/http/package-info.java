/** HTTP to devices and to allowed hosts; the only importer of HttpCore. */
@NullMarked
package dev.baton.device.net.http;

import org.jspecify.annotations.NullMarked;
