package dev.baton.delegates.patch.before;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What {@link CheckPackages} asks for. */
record CheckPackagesInputs(
        @Input(
                label = "Room in /var",
                description = "MiB that must be free where packages are downloaded and unpacked.",
                value = "500")
        @Min(0)
        @Max(1_000_000)
        Integer varMebibytes,

        @Input(label = "Room in /boot", description = "MiB that must be free for another kernel.", value = "150")
        @Min(0)
        @Max(1_000_000)
        Integer bootMebibytes) {}
