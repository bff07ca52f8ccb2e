/** A NETCONF client (RFC 6241, RFC 6242) over whatever carries its bytes. */
@NullMarked
package dev.baton.device.netconf;

import org.jspecify.annotations.NullMarked;
