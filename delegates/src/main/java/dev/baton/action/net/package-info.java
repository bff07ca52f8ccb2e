/** What the network channels carry: typed, and as the text that plans and transcripts show. */
@NullMarked
package dev.baton.action.net;

import org.jspecify.annotations.NullMarked;
