/** NETCONF operations as delegates write them. */
@NullMarked
package dev.baton.action.netconf;

import org.jspecify.annotations.NullMarked;
