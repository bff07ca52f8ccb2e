package dev.baton.action;

import java.util.List;
import java.util.Optional;

/** What the inventory says of how devices belong together. */
public interface Relations {

    /** The devices that this one is connected to or needs otherwise, as {@code depends-on} names them. */
    List<String> dependsOn(String device);

    /** The controller that has the power of this device in its hands: the one with the tag {@code bmc-of-NAME}. */
    Optional<String> controllerOf(String device);
}
