/** Backs up the files of hosts with restic, and believes what it reads back rather than an exit status. */
@NullMarked
package dev.baton.delegates.restic;

import org.jspecify.annotations.NullMarked;
