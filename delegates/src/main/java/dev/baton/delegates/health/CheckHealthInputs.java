package dev.baton.delegates.health;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What {@link CheckHealth} accepts. */
record CheckHealthInputs(
        @Input(
                label = "Phase",
                description = "BEFORE notes the services that have failed already, AFTER forgives only those.",
                value = "BEFORE")
        HealthPhase phase,

        @Input(
                label = "Disk limit",
                description = "Percentage of use from which a file system counts as full.",
                value = "95")
        @Min(1)
        @Max(100)
        Integer diskLimit,

        @Input(
                label = "Become root",
                description = "Ask for unfinished installations as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
