/** Files over SFTP, written whole or not at all. */
@NullMarked
package dev.baton.device.ssh.sftp;

import org.jspecify.annotations.NullMarked;
