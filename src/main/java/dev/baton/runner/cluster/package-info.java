/** The nodes that share one database: which there are, whether each may begin work, and what follows a restore. */
@NullMarked
package dev.baton.runner.cluster;

import org.jspecify.annotations.NullMarked;
