/** Lists and installs the pending patches of hosts, whatever their package manager. */
@NullMarked
package dev.baton.delegates.patch;

import org.jspecify.annotations.NullMarked;
