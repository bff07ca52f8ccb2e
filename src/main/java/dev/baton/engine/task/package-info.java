/** What people may do with their tasks: four eyes, and forms that are checked on the server. */
@NullMarked
package dev.baton.engine.task;

import org.jspecify.annotations.NullMarked;
