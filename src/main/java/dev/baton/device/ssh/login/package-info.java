/** New secrets to sign in to devices with. */
@NullMarked
package dev.baton.device.ssh.login;

import org.jspecify.annotations.NullMarked;
