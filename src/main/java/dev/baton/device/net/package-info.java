/** TCP, DNS, TLS and HTTP: devices seen from outside, and the systems beside them; the only importer of dnsjava. */
@NullMarked
package dev.baton.device.net;

import org.jspecify.annotations.NullMarked;
