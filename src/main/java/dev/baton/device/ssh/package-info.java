/** SSH: host keys, login, exec, interactive CLI and SFTP; the only importer of SSHJ. */
@NullMarked
package dev.baton.device.ssh;

import org.jspecify.annotations.NullMarked;
