package dev.baton.procedure.deploy;

import java.time.Instant;

/**
 * A version of a procedure that the engine has.
 *
 * @param definition its id in the engine
 * @param resource name of the diagram's file
 * @param versionTag what its author calls it, or empty
 * @param deployedBy user id, or {@code files} when it came from the application or the folder
 */
public record DeployedVersion(
        String definition,
        String key,
        int version,
        String versionTag,
        String deployment,
        String resource,
        boolean suspended,
        Instant deployedAt,
        String deployedBy) {}
