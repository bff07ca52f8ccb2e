package dev.baton.procedure.check;

import java.util.SortedSet;

/** The groups that a task can be given to: the roles, and the teams that somebody is in. */
public interface KnownGroups {

    SortedSet<String> names();
}
