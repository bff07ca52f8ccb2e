/** Users, roles, and the rule that requester and approver differ. */
@NullMarked
package dev.baton.identity;

import org.jspecify.annotations.NullMarked;
