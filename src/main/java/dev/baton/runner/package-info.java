/** Fetches queued device steps, fans out over devices, keeps the journal and the leases. */
@NullMarked
package dev.baton.runner;

import org.jspecify.annotations.NullMarked;
