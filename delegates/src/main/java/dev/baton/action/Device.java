package dev.baton.action;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A managed thing as a delegate sees it: network device, server, storage box.
 *
 * @param rootLogin whether Baton logs in over SSH as {@code root}, who needs no sudo
 * @param sudoPassword whether Baton has a password that sudo may ask for
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
        boolean rootLogin,
        boolean sudoPassword) {

    public Device {
        tags = Set.copyOf(tags);
    }

    /** A device where sudo must not ask. */
    public Device(
            String name,
            String address,
            String platform,
            @Nullable String site,
            @Nullable String role,
            Set<String> tags,
            Criticality criticality,
            @Nullable String redundancyGroup,
            boolean rootLogin) {
        this(name, address, platform, site, role, tags, criticality, redundancyGroup, rootLogin, false);
    }
}
