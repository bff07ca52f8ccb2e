/** New passwords and keys for the accounts that Baton signs in with. */
@NullMarked
package dev.baton.delegates.login;

import org.jspecify.annotations.NullMarked;
