package dev.baton.action;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A managed thing as a delegate sees it: network device, server, storage box.
 *
 * @param rootLogin whether Baton logs in over SSH as {@code root}, who needs no sudo
 */
public record Device(
        String name,
        String address,
        String platform,
        @Nullable String site,
        @Nullable String role,
        Set<String> tags,
        Criticality criticality,
        @Nullable String redundancyGroup,
        boolean rootLogin) {

    public Device {
        tags = Set.copyOf(tags);
    }
}
