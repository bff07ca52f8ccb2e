/** The secrets that Baton signs in to devices with, as a delegate that changes them sees them: by their versions only. */
@NullMarked
package dev.baton.action.login;

import org.jspecify.annotations.NullMarked;
